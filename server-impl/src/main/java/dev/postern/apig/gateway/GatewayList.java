package dev.postern.apig.gateway;

import dev.postern.data.Filter;
import dev.postern.data.ListConverter;
import dev.postern.data.Page;
import dev.postern.data.Where;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

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
    private static final String NEWEST = "create_time desc, id";
    private static final String OLDEST = "create_time, id desc";
    /** How many endings of names are few enough to look for their gateways one by one. */
    private static final int FEW = 500;

    private final JdbcOperations jdbc;
    private final ListConverter lists;

    GatewayList(JdbcOperations jdbc, ListConverter lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * Keeps gateways of a project whose name contains a text, in whatever case. Where there are few they are found by
     * the endings of their names; where there are many it is less work to look at one name after the other.
     *
     * @return whether there are few
     */
    boolean named(Where wanted, String projectId, String text) {
        byte[] from = text.toLowerCase(Locale.ROOT).replace('\\', '/').getBytes(StandardCharsets.UTF_8);
        byte[] to = Arrays.copyOf(from, from.length + 1);
        // No byte of UTF-8 is as large.
        to[from.length] = (byte) 0xFF;
        Where begins = new Where().and("project_id = ?", projectId).and("ending >= ?", from).and("ending < ?", to);
        boolean few = count("(select 1 from gateway_name_ending" + begins + " limit " + (FEW + 1) + ") few", begins) <= FEW;
        if (few) {
            wanted.andIn("id", "select gateway_id from gateway_name_ending", begins);
        }
        wanted.and("lower(instance_name) like ? escape '\\'", Filter.containing(text));
        return few;
    }

    /**
     * One part of the gateways that match, newest first, then by id; of each only what a list shows.
     *
     * @param few whether it is less work to put all that match in order than to go through the gateways in order
     * @param known counts those that match where that is less work than to look for them; else null
     * @param offset how many matches to leave out, 0 or more
     * @param limit how many to answer with at most, 1 or more
     */
    Page<Gateway> page(Where wanted, boolean few, LongSupplier known, long offset, int limit) {
        if (offset == 0) {
            List<Gateway> found = read(wanted, few, NEWEST, limit + 1, 0);
            return found.size() > limit
                ? new Page<>(found.subList(0, limit), total(wanted, known)) : new Page<>(found, found.size());
        }
        long total = total(wanted, known);
        if (offset >= total) {
            return new Page<>(List.of(), total);
        }
        int most = (int) Math.min(limit, total - offset);
        long after = total - offset - most;
        if (offset <= after) {
            return new Page<>(read(wanted, few, NEWEST, most, offset), total);
        }
        // What is nearer to the end is read from there: rows that are left out take time, too.
        List<Gateway> found = read(wanted, few, OLDEST, most, after);
        Collections.reverse(found);
        return new Page<>(found, total);
    }

    private long total(Where wanted, LongSupplier known) {
        return known == null ? count("gateway" + wanted, wanted) : known.getAsLong();
    }

    private List<Gateway> read(Where wanted, boolean few, String order, int limit, long offset) {
        // H2 reads rows in the order of an index where all its columns are named, and then for no other reason.
        String sorted = (few ? " order by " : " order by project_id, ") + order + " limit ? offset ?";
        return jdbc.prepareStatement(SELECT + wanted + sorted, statement -> {
            try (ResultSet row = wanted.bind(statement, limit, offset).executeQuery()) {
                List<Gateway> found = new ArrayList<>();
                while (row.next()) {
                    found.add(gateway(row));
                }
                return found;
            }
        });
    }

    private long count(String from, Where bound) {
        return jdbc.prepareStatement("select count(*) from " + from, statement -> {
            try (ResultSet row = bound.bind(statement).executeQuery()) {
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
