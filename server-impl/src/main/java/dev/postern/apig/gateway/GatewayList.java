package dev.postern.apig.gateway;

import dev.postern.data.ListConverter;
import dev.postern.data.Page;
import dev.postern.data.Where;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads lists of gateways by hand: nothing is asked for more often, and most of the columns and most of what a general
 * mapping does for each of them would be thrown away.
 */
@Singleton
class GatewayList {

    private static final String SELECT = """
        select id, project_id, instance_name, status, spec, type, create_time, charging_mode, cbc_metadata,
            cbc_operation_locks, enterprise_project_id, loadbalancer_provider, eip_address, transition_kind,
            transition_start, transition_end, transition_reads, transition_reads_left, transition_spec
        from gateway""";

    private final JdbcOperations jdbc;
    private final ListConverter lists;

    GatewayList(JdbcOperations jdbc, ListConverter lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * One part of the gateways that match, newest first, then by id; of each only what a list shows.
     *
     * @param offset how many matches to leave out, 0 or more
     * @param limit how many to answer with at most, 1 or more
     */
    Page<Gateway> page(Where wanted, long offset, int limit) {
        List<Gateway> found = read(wanted, offset, limit + 1);
        if (found.size() > limit || found.isEmpty() && offset > 0) {
            return new Page<>(found.stream().limit(limit).toList(), count(wanted));
        }
        return new Page<>(found, offset + found.size());
    }

    private List<Gateway> read(Where wanted, long offset, int limit) {
        return jdbc.prepareStatement(SELECT + wanted + " order by create_time desc, id limit ? offset ?", statement -> {
            try (ResultSet row = wanted.bind(statement, limit, offset).executeQuery()) {
                List<Gateway> found = new ArrayList<>();
                while (row.next()) {
                    found.add(gateway(row));
                }
                return found;
            }
        });
    }

    private long count(Where wanted) {
        return jdbc.prepareStatement("select count(*) from gateway" + wanted, statement -> {
            try (ResultSet row = wanted.bind(statement).executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private Gateway gateway(ResultSet row) throws SQLException {
        Gateway gateway = new Gateway();
        gateway.id = row.getString(1);
        gateway.projectId = row.getString(2);
        gateway.instanceName = row.getString(3);
        gateway.status = row.getString(4);
        gateway.spec = row.getString(5);
        gateway.type = row.getString(6);
        gateway.createTime = row.getLong(7);
        gateway.chargingMode = row.getInt(8);
        gateway.cbcMetadata = row.getString(9);
        gateway.cbcOperationLocks = lists.convertToEntityValue(row.getString(10), ConversionContext.DEFAULT);
        gateway.enterpriseProjectId = row.getString(11);
        gateway.loadbalancerProvider = row.getString(12);
        gateway.eipAddress = row.getString(13);
        gateway.transitionKind = row.getString(14);
        gateway.transitionStart = row.getObject(15, Long.class);
        gateway.transitionEnd = row.getObject(16, Long.class);
        gateway.transitionReads = row.getObject(17, Integer.class);
        gateway.transitionReadsLeft = row.getObject(18, Integer.class);
        gateway.transitionSpec = row.getString(19);
        return gateway;
    }
}
