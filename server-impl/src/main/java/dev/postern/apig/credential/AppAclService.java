package dev.postern.apig.credential;

import dev.postern.apig.gateway.GatewayAccess;
import dev.postern.apig.model.AppAclCreate;
import dev.postern.apig.model.AppAclInfo;
import dev.postern.data.Shapes;
import dev.postern.error.Dialect;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import java.util.Arrays;
import java.util.List;

/** The rules of where credentials may be used from. */
@Singleton
class AppAclService {

    private final GatewayAccess gateways;
    private final AppRepository apps;
    private final AppAclRepository acls;

    AppAclService(GatewayAccess gateways, AppRepository apps, AppAclRepository acls) {
        this.gateways = gateways;
        this.apps = apps;
        this.acls = acls;
    }

    /** The access control of a credential; empty where it has none. */
    @Transactional
    AppAclInfo show(String projectId, String instanceId, String appId) {
        gateways.read(projectId, instanceId);
        apps.require(instanceId, appId);
        return acls.findById(appId).map(acl -> Shapes.as(acl, AppAclInfo.class)).orElseGet(AppAclInfo::new);
    }

    /** Gives a credential an access control in place of the one it may have. */
    @Transactional
    AppAclInfo replace(String projectId, String instanceId, String appId, AppAclCreate acl) {
        checkRanges(acl.getAppAclValues());
        gateways.write(projectId, instanceId);
        apps.require(instanceId, appId);
        acls.deleteById(appId);
        return Shapes.as(acls.save(new AppAcl(appId, acl.getAppAclType().getValue(),
            List.copyOf(acl.getAppAclValues()))), AppAclInfo.class);
    }

    /** Takes the access control from a credential; nothing happens where it has none. */
    @Transactional
    void delete(String projectId, String instanceId, String appId) {
        gateways.write(projectId, instanceId);
        apps.require(instanceId, appId);
        acls.deleteById(appId);
    }

    private static void checkRanges(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            String[] ends = values.get(i).split("-");
            if (ends.length == 2 && number(ends[0]) > number(ends[1])) {
                throw Dialect.APIG.invalidField("app_acl_values[" + i + "]", "the range ends before it begins");
            }
        }
    }

    private static long number(String address) {
        return Arrays.stream(address.split("\\.")).mapToLong(Long::parseLong).reduce(0, (high, low) -> high << 8 | low);
    }
}
