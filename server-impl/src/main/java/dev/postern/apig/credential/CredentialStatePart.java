package dev.postern.apig.credential;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.AppCodeState;
import dev.postern.control.model.AppState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The credentials of the state and their AppCodes. */
@Singleton
class CredentialStatePart implements GatewayPart {

    private final AppRepository apps;
    private final AppCodeRepository appCodes;
    private final Clock clock;

    CredentialStatePart(AppRepository apps, AppCodeRepository appCodes, Clock clock) {
        this.apps = apps;
        this.appCodes = appCodes;
        this.clock = clock;
    }

    @Override
    public int getOrder() {
        return IN_GATEWAYS;
    }

    @Override
    public void restore(String at, GatewayState gateway, Places places) {
        Places.each(at + ".apps", gateway.getApps(), (place, app) -> {
            places.define(place + ".id", "app with the id", null, app.getId());
            places.define(place + ".id", "app", gateway.getId(), app.getId());
            places.define(place + ".name", "app name", gateway.getId(), app.getName());
            places.define(place + ".app_key", "app key", null, app.getAppKey());
            apps.save(row(gateway.getId(), app));
            Places.each(place + ".app_codes", app.getAppCodes(), (inner, code) -> {
                places.define(inner + ".id", "AppCode", null, code.getId());
                appCodes.save(new AppCode(code.getId(), app.getId(), code.getAppCode(), moment(code.getCreateTime())));
            });
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setApps(Places.orNull(apps.findByInstanceIdOrderById(gateway.getId()), row -> {
            AppState app = Shapes.as(row, AppState.class);
            app.setAppCodes(Places.orNull(appCodes.findByAppIdOrderById(row.id()),
                code -> Shapes.as(code, AppCodeState.class)));
            return app;
        }));
    }

    private App row(String instanceId, AppState app) {
        return new App(app.getId(), instanceId, app.getName(), app.getRemark(), app.getCreator().getValue(),
            app.getAppKey(), app.getAppSecret(), app.getStatus(), app.getAppType().getValue(),
            app.getRomaAppType() == null ? null : app.getRomaAppType().getValue(), moment(app.getRegisterTime()),
            moment(app.getUpdateTime()));
    }

    private Instant moment(OffsetDateTime given) {
        return given == null ? clock.instant() : given.toInstant();
    }
}
