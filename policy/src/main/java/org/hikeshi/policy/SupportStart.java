package org.hikeshi.policy;

/** When the support period of a unit begins (A8). */
public enum SupportStart {
    SHIPMENT,
    PURCHASE,
    END_OF_SALE
}
