package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A device of the demonstration: polls over DDI, fetches what it is offered, checks hash and
 * RSA-PSS signature with the vendor's public key, and reports. The reference device of the tests
 * does more; this one shows that a rollout is answered by devices and not by the desk.
 */
final class SimulatedDevice {
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final Door door;
    private final PublicKey vendor;
    private final String base;
    private final String token;

    /** One poll's outcome. */
    enum Outcome {
        NOTHING_OFFERED,
        INSTALLED,
        REFUSED
    }

    SimulatedDevice(Door door, PublicKey vendor, String tenant, String controllerId, String token) {
        this.door = door;
        this.vendor = vendor;
        this.base = "/ota/" + tenant + "/controller/v1/" + controllerId;
        this.token = token;
    }

    /** The key that devices of this vendor trust, from the download pages. */
    static PublicKey vendorKey(Door door) throws GeneralSecurityException {
        String pem =
                door.expect(
                                Door.Call.of(null, "GET", "/downloads/signing-key.pem", null)
                                        .with("Accept", "*/*"))
                        .text();
        String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    Outcome poll() throws GeneralSecurityException {
        return poll(false);
    }

    /**
     * @param tampered whether what is fetched is changed on its way
     */
    Outcome poll(boolean tampered) throws GeneralSecurityException {
        JsonObject links = ask(base).getJsonObject("_links", new JsonObject());
        if (links.containsKey("configData")) {
            say(
                    "PUT",
                    base + "/configData",
                    new JsonObject().put("data", new JsonObject().put("kind", "simulated")));
        }
        Optional<String> offer =
                Optional.ofNullable(links.getJsonObject("deploymentBase"))
                        .map(link -> link.getString("href"));
        try {
            return offer.isPresent()
                    ? install(path(offer.get()), tampered)
                    : Outcome.NOTHING_OFFERED;
        } catch (RefusedException withdrawn) {
            if (withdrawn.status() != 404) {
                throw withdrawn;
            }
            // The rollout was stopped after it had been offered: a device waits for the next.
            return Outcome.NOTHING_OFFERED;
        }
    }

    private Outcome install(String offer, boolean tampered) throws GeneralSecurityException {
        JsonObject deployment = ask(offer);
        JsonObject artifact =
                deployment
                        .getJsonObject("deployment")
                        .getJsonArray("chunks")
                        .getJsonObject(0)
                        .getJsonArray("artifacts")
                        .getJsonObject(0);
        String file =
                path(artifact.getJsonObject("_links").getJsonObject("download").getString("href"));
        byte[] bytes = fetch(file);
        if (tampered) {
            bytes[0] ^= 1;
        }
        boolean genuine =
                HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                                .equals(artifact.getJsonObject("hashes").getString("sha256"))
                        && signedByVendor(bytes, fetch(file + ".sig"));
        report(offer, genuine);
        return genuine ? Outcome.INSTALLED : Outcome.REFUSED;
    }

    private boolean signedByVendor(byte[] bytes, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("RSASSA-PSS");
        check.setParameter(PSS);
        check.initVerify(vendor);
        check.update(bytes);
        return check.verify(signature);
    }

    private void report(String offer, boolean installed) {
        int query = offer.indexOf('?');
        String feedback = (query < 0 ? offer : offer.substring(0, query)) + "/feedback";
        JsonObject status =
                new JsonObject()
                        .put("execution", "closed")
                        .put(
                                "result",
                                new JsonObject().put("finished", installed ? "success" : "failure"))
                        .put("details", new io.vertx.core.json.JsonArray());
        say("POST", feedback, new JsonObject().put("status", status));
    }

    private JsonObject ask(String path) {
        return door.expect(signed(Door.Call.of(null, "GET", path, null))).json();
    }

    private byte[] fetch(String path) {
        return door.expect(signed(Door.Call.of(null, "GET", path, null)).with("Accept", "*/*"))
                .body();
    }

    private void say(String method, String path, JsonObject body) {
        door.expect(signed(Door.Call.of(null, method, path, body)));
    }

    private Door.Call signed(Door.Call call) {
        return call.with("Authorization", "TargetToken " + token);
    }

    private static String path(String href) {
        URI uri = URI.create(href);
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
