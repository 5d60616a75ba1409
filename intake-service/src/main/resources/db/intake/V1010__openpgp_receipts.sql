-- The OpenPGP signature of a receipt: made when first asked for, then kept. Tells nothing by itself.
CREATE TABLE receipt_openpgp (
    report_id uuid PRIMARY KEY,
    signature bytea NOT NULL
);
