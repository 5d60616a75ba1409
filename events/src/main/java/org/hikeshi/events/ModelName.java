package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Name of a model as devices and download pages use it: up to 40 letters, digits, dots, hyphens and
 * underscores. Public; part of URLs.
 */
public record ModelName(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");

    /** What stands between the words of a product's name. */
    private static final Pattern SPACES =
            Pattern.compile("[\\s\\u3000,/()、・\\uff08\\uff09\\uff0c\\uff0f]+");

    public ModelName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a model name has up to 40 letters, digits and . _ -");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ModelName parse(String text) {
        return new ModelName(text);
    }

    /**
     * How people call one model of a product: the model follows the product's name unless that says
     * it already, and takes the place of a series at its end ({@code Edge gateway EG}, {@code
     * EG-100}). For reading only; names compare by their parts.
     *
     * @param model empty for all models of the product
     */
    public static String called(String product, String model) {
        List<String> words = List.of(SPACES.split(product));
        if (model.isEmpty() || words.contains(model)) {
            return product;
        }
        String series = words.getLast();
        boolean ends = product.endsWith(series) && model.startsWith(series + "-");
        String line = ends ? product.substring(0, product.length() - series.length()) : product;
        return (line.strip() + " " + model).strip();
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
