package org.hikeshi.web.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hikeshi.web.FieldError;

/**
 * Reads a JSON body whole, judges its syntax, then lets it be bound: what is no JSON is always
 * {@code malformed-json}, and no resource ever gets {@code null} for an empty body. A resource that
 * takes the raw stream or bytes is left alone.
 */
@Provider
public class JsonBodies implements ReaderInterceptor {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (!bindsJson(body)) {
            return body.proceed();
        }
        byte[] text = body.getInputStream().readNBytes(MOST_BYTES + 1);
        if (text.length > MOST_BYTES) {
            throw new ProblemException(Problem.of(413, "too-large"));
        }
        if (!StrictJson.isJson(text)) {
            throw new ProblemException(Problem.malformedJson());
        }
        body.setInputStream(new ByteArrayInputStream(text));
        Object bound = body.proceed();
        if (bound == null) {
            throw new ProblemException(Problem.fields(List.of(FieldError.at("", "wrong-type"))));
        }
        return bound;
    }

    private static boolean bindsJson(ReaderInterceptorContext body) {
        MediaType type = body.getMediaType();
        Class<?> target = body.getType();
        return type != null
                && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                && !InputStream.class.isAssignableFrom(target)
                && target != byte[].class
                && target != String.class;
    }
}
