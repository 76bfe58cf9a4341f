package dev.postern.apig.credential;

import dev.postern.control.GatewayPart;
import dev.postern.control.Places;
import dev.postern.control.model.AppAclState;
import dev.postern.control.model.AppCodeState;
import dev.postern.control.model.AppState;
import dev.postern.control.model.GatewayState;
import dev.postern.data.Moments;
import dev.postern.data.Shapes;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;

/** The credentials of the state, their AppCodes and from where they may be used. */
@Singleton
class CredentialStatePart implements GatewayPart {

    private final AppRepository apps;
    private final AppCodeRepository appCodes;
    private final AppAclRepository acls;
    private final Clock clock;

    CredentialStatePart(AppRepository apps, AppCodeRepository appCodes, AppAclRepository acls, Clock clock) {
        this.apps = apps;
        this.appCodes = appCodes;
        this.acls = acls;
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
            if (app.getAcl() != null) {
                acls.save(new AppAcl(app.getId(), app.getAcl().getAppAclType().getValue(),
                    List.copyOf(app.getAcl().getAppAclValues())));
            }
            Places.each(place + ".app_codes", app.getAppCodes(), (inner, code) -> {
                places.define(inner + ".id", "AppCode", null, code.getId());
                appCodes.save(new AppCode(code.getId(), app.getId(), code.getAppCode(),
                    Moments.orNow(code.getCreateTime(), clock)));
            });
        });
    }

    @Override
    public void save(GatewayState gateway) {
        gateway.setApps(Places.orNull(apps.findByInstanceIdOrderById(gateway.getId()), row -> {
            AppState app = Shapes.as(row, AppState.class);
            app.setAcl(acls.findById(row.id()).map(acl -> Shapes.as(acl, AppAclState.class)).orElse(null));
            app.setAppCodes(Places.orNull(appCodes.findByAppIdOrderById(row.id()),
                code -> Shapes.as(code, AppCodeState.class)));
            return app;
        }));
    }

    private App row(String instanceId, AppState app) {
        return new App(app.getId(), instanceId, app.getName(), app.getRemark(), app.getCreator().getValue(),
            app.getAppKey(), app.getAppSecret(), app.getStatus(), app.getAppType() == null ? null : app.getAppType().getValue(),
            app.getRomaAppType() == null ? null : app.getRomaAppType().getValue(),
            Moments.orNow(app.getRegisterTime(), clock),
            Moments.orNow(app.getUpdateTime(), clock));
    }
}
