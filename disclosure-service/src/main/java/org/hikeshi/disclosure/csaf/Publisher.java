package org.hikeshi.disclosure.csaf;

/**
 * Who publishes.
 *
 * @param language tag of the policy's first language
 * @param other tag of the other one, the same if there is none
 * @param name of the organisation in the first language
 * @param namespace address that identifies it, without slash at the end
 * @param origin where the files are, without slash at the end
 * @param engine name and version of this software
 */
public record Publisher(
        String language,
        String other,
        String name,
        String namespace,
        String contact,
        String origin,
        String engineVersion) {}
