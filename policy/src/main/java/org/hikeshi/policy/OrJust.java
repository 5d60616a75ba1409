package org.hikeshi.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The mapping may be written as just the value of its first key, if that says everything. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OrJust {}
