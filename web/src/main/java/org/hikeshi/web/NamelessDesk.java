package org.hikeshi.web;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Stands in where a service has no pages of its own and therefore says nothing about its desk. */
@DefaultBean
@ApplicationScoped
class NamelessDesk implements Desk {

    @Override
    public String organisation(Language language) {
        return "Hikeshi";
    }

    @Override
    public Language firstLanguage() {
        return Language.JA;
    }
}
