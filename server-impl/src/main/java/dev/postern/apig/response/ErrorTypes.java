package dev.postern.apig.response;

import dev.postern.apig.model.ResponseInfo;
import dev.postern.apig.model.ResponseInfoResp;
import dev.postern.apig.model.ResponsesInfo;
import dev.postern.data.Shapes;
import dev.postern.error.Dialect;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of error of a gateway response, as they come in, are kept and are shown. */
final class ErrorTypes {

    private static final String TYPE = "type";

    private ErrorTypes() {
    }

    /** What a response holds of its own. */
    static Map<ErrorType, ResponseInfo> of(GatewayResponse response) {
        Map<ErrorType, ResponseInfo> types = new EnumMap<>(ErrorType.class);
        for (Object kept : response.responses()) {
            types.put(ErrorType.valueOf(((Map<?, ?>) kept).get(TYPE).toString()), Shapes.as(kept, ResponseInfo.class));
        }
        return types;
    }

    /** What to keep of types; those that are as by default go. */
    static List<Object> kept(Map<ErrorType, ResponseInfo> types) {
        List<Object> kept = new ArrayList<>();
        types.forEach((type, own) -> {
            if (!type.shown(own).get_default()) {
                Map<String, Object> entry = new LinkedHashMap<>(Map.of(TYPE, type.name()));
                entry.putAll(Shapes.as(own, Map.class));
                kept.add(entry);
            }
        });
        return kept;
    }

    /** What to keep of types that a caller gives, by their names; null is none. */
    static List<Object> given(Map<String, ResponseInfo> named) {
        Map<ErrorType, ResponseInfo> types = new EnumMap<>(ErrorType.class);
        if (named != null) {
            named.forEach((name, own) -> {
                ErrorType type = ErrorType.of(name).filter(known -> own != null)
                    .orElseThrow(() -> Dialect.APIG.invalidField("responses", name + " is no type of error"));
                ErrorType.check("responses." + name + ".", own);
                types.put(type, own);
            });
        }
        return kept(types);
    }

    /** All of a response. */
    static ResponsesInfo shown(GatewayResponse response) {
        Map<ErrorType, ResponseInfo> own = of(response);
        Map<String, ResponseInfoResp> types = new LinkedHashMap<>();
        for (ErrorType type : ErrorType.values()) {
            if (type.isAlwaysShown() || own.containsKey(type)) {
                types.put(type.name(), type.shown(own.get(type)));
            }
        }
        return new ResponsesInfo().id(response.id()).name(response.name())._default(response.isDefault())
            .createTime(response.createTime().atOffset(ZoneOffset.UTC))
            .updateTime(response.updateTime().atOffset(ZoneOffset.UTC)).responses(types);
    }

    /** One type of a response. */
    static Map<String, ResponseInfoResp> shown(GatewayResponse response, ErrorType type) {
        return Map.of(type.name(), type.shown(of(response).get(type)));
    }
}
