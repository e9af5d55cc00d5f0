package org.shuqiao.gateway.quota;

import org.shuqiao.gateway.GatewaySettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LocalQuotaTest implements QuotaLedgerContract {

    private final LocalQuota ledger = new LocalQuota(defaults());

    @Override
    public QuotaLedger ledger() {
        return ledger;
    }

    static GatewaySettings defaults() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("shuqiao.gateway", GatewaySettings.class);
    }
}
