-- Devices that ask for updates by themselves, and bringing a released remediation to the field.

-- A device is a unit with a name and a token of its own at /ota. The token is kept as its SHA-256.
CREATE TABLE device (
    device_id         uuid PRIMARY KEY,
    tenant            text NOT NULL,
    controller_id     text NOT NULL,
    model             text NOT NULL,
    serial            text NOT NULL,
    fleet_group       text,
    token_hash        bytea NOT NULL UNIQUE,
    attributes_wanted boolean NOT NULL,
    last_contact_at   timestamptz,
    registered_by     text NOT NULL,
    registered_at     timestamptz NOT NULL,
    UNIQUE (tenant, controller_id),
    UNIQUE (model, serial),
    FOREIGN KEY (model, serial) REFERENCES unit
);

-- What a device says of itself.
CREATE TABLE device_attribute (
    device_id uuid NOT NULL REFERENCES device,
    name      text NOT NULL,
    value     text NOT NULL,
    PRIMARY KEY (device_id, name)
);

CREATE TABLE campaign (
    campaign_id    uuid PRIMARY KEY,
    remediation_id uuid NOT NULL REFERENCES remediation,
    case_id        uuid NOT NULL,
    channel        text NOT NULL CHECK (channel IN ('OTA', 'DOWNLOAD', 'MANUAL')),
    products       uuid[] NOT NULL,
    -- Whether devices install by themselves or wait for somebody at the device.
    automatic      boolean NOT NULL,
    state          text NOT NULL,
    -- The stage that is open, counted from 0; -1 before the start.
    stage          int NOT NULL,
    -- Whose wish to start or go on waits for a second person.
    asked_by       text,
    created_by     text NOT NULL,
    created_at     timestamptz NOT NULL,
    started_at     timestamptz,
    -- Failures before this do not count: set at the start and whenever two people let it go on.
    counted_from   timestamptz,
    distributed_at timestamptz,
    permille       int,
    enrolled_at    timestamptz,
    revision       bigint NOT NULL
);
CREATE INDEX campaign_of_remediation ON campaign (remediation_id);
CREATE INDEX campaign_of_case ON campaign (case_id);

CREATE TABLE campaign_stage (
    campaign_id  uuid NOT NULL REFERENCES campaign,
    number       int NOT NULL,
    name         text NOT NULL,
    fleet_groups text[] NOT NULL,
    percent      int NOT NULL,
    success      int NOT NULL,
    failure      int NOT NULL,
    opened_at    timestamptz,
    passed_at    timestamptz,
    PRIMARY KEY (campaign_id, number)
);

-- Every step of a campaign, by whom; "self" is its own thresholds. Reasons are sealed with the case's key.
CREATE TABLE campaign_step (
    step_id     uuid PRIMARY KEY,
    position    bigint GENERATED ALWAYS AS IDENTITY,
    campaign_id uuid NOT NULL REFERENCES campaign,
    act         text NOT NULL,
    led_to      text NOT NULL,
    done_by     text NOT NULL,
    done_at     timestamptz NOT NULL,
    reason      bytea
);
CREATE INDEX campaign_step_of ON campaign_step (campaign_id, position);

-- The affected units in the field as the campaign met them: the whole of which coverage is the share.
CREATE TABLE campaign_unit (
    campaign_id uuid NOT NULL REFERENCES campaign,
    model       text NOT NULL,
    serial      text NOT NULL,
    safe_at     timestamptz,
    how         text CHECK (how IN ('MEASURED', 'DECLARED')),
    PRIMARY KEY (campaign_id, model, serial)
);
CREATE INDEX campaign_unit_of ON campaign_unit (model, serial);

-- One attempt of one device. What the device calls the action is a number that tells nothing of others.
CREATE TABLE ota_action (
    action_id      uuid PRIMARY KEY,
    device_id      uuid NOT NULL REFERENCES device,
    number         int NOT NULL,
    campaign_id    uuid NOT NULL REFERENCES campaign,
    stage          int NOT NULL,
    attempt        int NOT NULL,
    -- The last attempt of this device in this campaign.
    latest         boolean NOT NULL,
    state          text NOT NULL,
    not_before     timestamptz NOT NULL,
    created_at     timestamptz NOT NULL,
    retrieved_at   timestamptz,
    cancel_asked_at timestamptz,
    closed_at      timestamptz,
    last_failed_at timestamptz,
    trouble        text,
    -- The last lines the device sent, bounded.
    details        text,
    UNIQUE (device_id, number),
    UNIQUE (campaign_id, device_id, attempt)
);
CREATE INDEX ota_action_open ON ota_action (device_id) WHERE closed_at IS NULL;
CREATE INDEX ota_action_of_campaign ON ota_action (campaign_id, stage, state) WHERE latest;
CREATE INDEX ota_action_cancelling ON ota_action (cancel_asked_at) WHERE state = 'CANCELLING';
