package dev.postern.apig.group;

import dev.postern.apig.model.UrlDomain;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The domain names that are shown of API groups, by the family that keeps them. */
public interface GroupDomains {

    /** Those of each of several groups; a group that has none is left out. */
    Map<String, List<UrlDomain>> of(Collection<String> groupIds);
}
