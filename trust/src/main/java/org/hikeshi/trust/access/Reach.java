package org.hikeshi.trust.access;

/**
 * What somebody must have or be, beyond the role, to reach what an endpoint is about. Absent and
 * refused are the same 404 (design §5).
 */
public enum Reach {
    /** Everybody. What is shown is published, or a form that stores what somebody sends. */
    PUBLIC,
    /** Whoever has a report's tracking code and access key. */
    REPORTER_KEY,
    /** A browser in which code and key of a report were typed; without it, the way to type them. */
    REPORTER_SESSION,
    /** Whoever got the link by mail and knows the tracking code. */
    MAILED_LINK,
    /** One device, its own address, by its own token. */
    DEVICE_TOKEN,
    /** A service that the list of calls names, by a token of one minute; never routed. */
    SERVICE,
    /** The role alone: products, devices, customers, operations, one's own profile. */
    DESK,
    /** The role, and of a product one of its developers, unless the office asks. */
    PRODUCT,
    /** A list that holds only what belongs to cases which the asker may see. */
    CASES_SEEN,
    /** One case or something of it: its team, who stands in there, and who sees every case. */
    CASE,
    /** One case that exists, whoever is on it: for a time, with a reason, an alarm and a record. */
    EMERGENCY,
    /** Something of a case: its team, and there a developer of every product it is about. */
    CASE_PRODUCT,
    /** Mail of cases which the asker may see; communications also see what goes to customers. */
    MAIL
}
