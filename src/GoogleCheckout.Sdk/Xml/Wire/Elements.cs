using System.Xml.Linq;

namespace GoogleCheckout.Xml;

/// <summary>Every element name of the protocol, each written here once.</summary>
internal static class Elements
{
    public static readonly XNamespace Namespace = "http://checkout.google.com/schema/2";

    public static readonly XName AcceptGiftCertificates = Namespace + "accept-gift-certificates";
    public static readonly XName AcceptMerchantCoupons = Namespace + "accept-merchant-coupons";
    public static readonly XName AddMerchantOrderNumber = Namespace + "add-merchant-order-number";
    public static readonly XName AddTrackingData = Namespace + "add-tracking-data";
    public static readonly XName AdditionalFixedCharge = Namespace + "additional-fixed-charge";
    public static readonly XName AdditionalVariableChargePercent = Namespace + "additional-variable-charge-percent";
    public static readonly XName AddressFilters = Namespace + "address-filters";
    public static readonly XName Address1 = Namespace + "address1";
    public static readonly XName Address2 = Namespace + "address2";
    public static readonly XName Addresses = Namespace + "addresses";
    public static readonly XName AdjustmentTotal = Namespace + "adjustment-total";
    public static readonly XName AllowUsPoBox = Namespace + "allow-us-po-box";
    public static readonly XName AllowedAreas = Namespace + "allowed-areas";
    public static readonly XName AlternateTaxRule = Namespace + "alternate-tax-rule";
    public static readonly XName AlternateTaxRules = Namespace + "alternate-tax-rules";
    public static readonly XName AlternateTaxTable = Namespace + "alternate-tax-table";
    public static readonly XName AlternateTaxTables = Namespace + "alternate-tax-tables";
    public static readonly XName Amount = Namespace + "amount";
    public static readonly XName AnalyticsData = Namespace + "analytics-data";
    public static readonly XName AnonymousAddress = Namespace + "anonymous-address";
    public static readonly XName AppliedAmount = Namespace + "applied-amount";
    public static readonly XName ArchiveOrder = Namespace + "archive-order";
    public static readonly XName Archived = Namespace + "archived";
    public static readonly XName Authorization = Namespace + "authorization";
    public static readonly XName AuthorizationAmount = Namespace + "authorization-amount";
    public static readonly XName AuthorizationAmountNotification = Namespace + "authorization-amount-notification";
    public static readonly XName AuthorizationExpirationDate = Namespace + "authorization-expiration-date";
    public static readonly XName AuthorizeOrder = Namespace + "authorize-order";
    public static readonly XName AvsResponse = Namespace + "avs-response";
    public static readonly XName BackorderItems = Namespace + "backorder-items";
    public static readonly XName BillingAddress = Namespace + "billing-address";
    public static readonly XName BuyerAccountAge = Namespace + "buyer-account-age";
    public static readonly XName BuyerBillingAddress = Namespace + "buyer-billing-address";
    public static readonly XName BuyerId = Namespace + "buyer-id";
    public static readonly XName BuyerLanguage = Namespace + "buyer-language";
    public static readonly XName BuyerMarketingPreferences = Namespace + "buyer-marketing-preferences";
    public static readonly XName BuyerMessages = Namespace + "buyer-messages";
    public static readonly XName BuyerNote = Namespace + "buyer-note";
    public static readonly XName BuyerShippingAddress = Namespace + "buyer-shipping-address";
    public static readonly XName Bye = Namespace + "bye";
    public static readonly XName Calculate = Namespace + "calculate";
    public static readonly XName CalculatedAmount = Namespace + "calculated-amount";
    public static readonly XName CancelItems = Namespace + "cancel-items";
    public static readonly XName CancelOrder = Namespace + "cancel-order";
    public static readonly XName CancelledSubscriptionNotification = Namespace + "cancelled-subscription-notification";
    public static readonly XName Carrier = Namespace + "carrier";
    public static readonly XName CarrierCalculatedShipping = Namespace + "carrier-calculated-shipping";
    public static readonly XName CarrierCalculatedShippingAdjustment = Namespace + "carrier-calculated-shipping-adjustment";
    public static readonly XName CarrierCalculatedShippingOption = Namespace + "carrier-calculated-shipping-option";
    public static readonly XName CarrierCalculatedShippingOptions = Namespace + "carrier-calculated-shipping-options";
    public static readonly XName CarrierPickup = Namespace + "carrier-pickup";
    public static readonly XName CartExpiration = Namespace + "cart-expiration";
    public static readonly XName ChargeAmountNotification = Namespace + "charge-amount-notification";
    public static readonly XName ChargeAndShipOrder = Namespace + "charge-and-ship-order";
    public static readonly XName ChargeOrder = Namespace + "charge-order";
    public static readonly XName ChargebackAmountNotification = Namespace + "chargeback-amount-notification";
    public static readonly XName CheckoutFlowSupport = Namespace + "checkout-flow-support";
    public static readonly XName CheckoutRedirect = Namespace + "checkout-redirect";
    public static readonly XName CheckoutShoppingCart = Namespace + "checkout-shopping-cart";
    public static readonly XName City = Namespace + "city";
    public static readonly XName Code = Namespace + "code";
    public static readonly XName Comment = Namespace + "comment";
    public static readonly XName CompanyName = Namespace + "company-name";
    public static readonly XName ContactName = Namespace + "contact-name";
    public static readonly XName ContinueShoppingUrl = Namespace + "continue-shopping-url";
    public static readonly XName ContinueToken = Namespace + "continue-token";
    public static readonly XName CountryCode = Namespace + "country-code";
    public static readonly XName CouponAdjustment = Namespace + "coupon-adjustment";
    public static readonly XName CouponResult = Namespace + "coupon-result";
    public static readonly XName CreateOrderRecurrenceRequest = Namespace + "create-order-recurrence-request";
    public static readonly XName CvnResponse = Namespace + "cvn-response";
    public static readonly XName DateTimeZone = Namespace + "date-time-zone";
    public static readonly XName DefaultTaxRule = Namespace + "default-tax-rule";
    public static readonly XName DefaultTaxTable = Namespace + "default-tax-table";
    public static readonly XName DeliverOrder = Namespace + "deliver-order";
    public static readonly XName DeliveryAddressCategory = Namespace + "delivery-address-category";
    public static readonly XName DeliveryInstructions = Namespace + "delivery-instructions";
    public static readonly XName DemoFailure = Namespace + "demo-failure";
    public static readonly XName Description = Namespace + "description";
    public static readonly XName Diagnosis = Namespace + "diagnosis";
    public static readonly XName DigitalContent = Namespace + "digital-content";
    public static readonly XName DisplayDisposition = Namespace + "display-disposition";
    public static readonly XName EditCartUrl = Namespace + "edit-cart-url";
    public static readonly XName EligibleForProtection = Namespace + "eligible-for-protection";
    public static readonly XName Email = Namespace + "email";
    public static readonly XName EmailAllowed = Namespace + "email-allowed";
    public static readonly XName EmailDelivery = Namespace + "email-delivery";
    public static readonly XName EndTime = Namespace + "end-time";
    public static readonly XName Error = Namespace + "error";
    public static readonly XName ErrorMessage = Namespace + "error-message";
    public static readonly XName ExcludedAreas = Namespace + "excluded-areas";
    public static readonly XName Fax = Namespace + "fax";
    public static readonly XName FinancialOrderState = Namespace + "financial-order-state";
    public static readonly XName FinancialState = Namespace + "financial-state";
    public static readonly XName FirstName = Namespace + "first-name";
    public static readonly XName Flat = Namespace + "flat";
    public static readonly XName FlatRateShipping = Namespace + "flat-rate-shipping";
    public static readonly XName FlatRateShippingAdjustment = Namespace + "flat-rate-shipping-adjustment";
    public static readonly XName FulfillmentOrderState = Namespace + "fulfillment-order-state";
    public static readonly XName FulfillmentState = Namespace + "fulfillment-state";
    public static readonly XName GiftCertificateAdjustment = Namespace + "gift-certificate-adjustment";
    public static readonly XName GiftCertificateResult = Namespace + "gift-certificate-result";
    public static readonly XName GiftMessage = Namespace + "gift-message";
    public static readonly XName GoodUntilDate = Namespace + "good-until-date";
    public static readonly XName GoogleOrderNumber = Namespace + "google-order-number";
    public static readonly XName HasMoreNotifications = Namespace + "has-more-notifications";
    public static readonly XName Height = Namespace + "height";
    public static readonly XName Hello = Namespace + "hello";
    public static readonly XName Id = Namespace + "id";
    public static readonly XName InHonorOfMessage = Namespace + "in-honor-of-message";
    public static readonly XName InMemoryOfMessage = Namespace + "in-memory-of-message";
    public static readonly XName InTributeOfMessage = Namespace + "in-tribute-of-message";
    public static readonly XName IncludeGiftReceipt = Namespace + "include-gift-receipt";
    public static readonly XName InputXml = Namespace + "input-xml";
    public static readonly XName InvalidOrderNumbers = Namespace + "invalid-order-numbers";
    public static readonly XName IpAddress = Namespace + "ip-address";
    public static readonly XName Item = Namespace + "item";
    public static readonly XName ItemDescription = Namespace + "item-description";
    public static readonly XName ItemId = Namespace + "item-id";
    public static readonly XName ItemIds = Namespace + "item-ids";
    public static readonly XName ItemName = Namespace + "item-name";
    public static readonly XName ItemShippingInformation = Namespace + "item-shipping-information";
    public static readonly XName ItemShippingInformationList = Namespace + "item-shipping-information-list";
    public static readonly XName ItemWeight = Namespace + "item-weight";
    public static readonly XName Items = Namespace + "items";
    public static readonly XName Key = Namespace + "key";
    public static readonly XName LastName = Namespace + "last-name";
    public static readonly XName LatestChargeAmount = Namespace + "latest-charge-amount";
    public static readonly XName LatestChargeFee = Namespace + "latest-charge-fee";
    public static readonly XName LatestChargebackAmount = Namespace + "latest-chargeback-amount";
    public static readonly XName LatestChargebackFeeAmount = Namespace + "latest-chargeback-fee-amount";
    public static readonly XName LatestFeeRefundAmount = Namespace + "latest-fee-refund-amount";
    public static readonly XName LatestPromotionChargeAmount = Namespace + "latest-promotion-charge-amount";
    public static readonly XName LatestPromotionChargebackAmount = Namespace + "latest-promotion-chargeback-amount";
    public static readonly XName LatestPromotionRefundAmount = Namespace + "latest-promotion-refund-amount";
    public static readonly XName LatestRefundAmount = Namespace + "latest-refund-amount";
    public static readonly XName Length = Namespace + "length";
    public static readonly XName MaximumCharge = Namespace + "maximum-charge";
    public static readonly XName MerchantCalculatedShipping = Namespace + "merchant-calculated-shipping";
    public static readonly XName MerchantCalculatedShippingAdjustment = Namespace + "merchant-calculated-shipping-adjustment";
    public static readonly XName MerchantCalculationCallback = Namespace + "merchant-calculation-callback";
    public static readonly XName MerchantCalculationResults = Namespace + "merchant-calculation-results";
    public static readonly XName MerchantCalculationSuccessful = Namespace + "merchant-calculation-successful";
    public static readonly XName MerchantCalculations = Namespace + "merchant-calculations";
    public static readonly XName MerchantCalculationsUrl = Namespace + "merchant-calculations-url";
    public static readonly XName MerchantCheckoutFlowSupport = Namespace + "merchant-checkout-flow-support";
    public static readonly XName MerchantCodeResults = Namespace + "merchant-code-results";
    public static readonly XName MerchantCodeString = Namespace + "merchant-code-string";
    public static readonly XName MerchantCodeStrings = Namespace + "merchant-code-strings";
    public static readonly XName MerchantCodes = Namespace + "merchant-codes";
    public static readonly XName MerchantItemId = Namespace + "merchant-item-id";
    public static readonly XName MerchantOrderNumber = Namespace + "merchant-order-number";
    public static readonly XName MerchantPrivateData = Namespace + "merchant-private-data";
    public static readonly XName MerchantPrivateItemData = Namespace + "merchant-private-item-data";
    public static readonly XName Message = Namespace + "message";
    public static readonly XName Method = Namespace + "method";
    public static readonly XName Mode = Namespace + "mode";
    public static readonly XName Name = Namespace + "name";
    public static readonly XName NewFinancialOrderState = Namespace + "new-financial-order-state";
    public static readonly XName NewFulfillmentOrderState = Namespace + "new-fulfillment-order-state";
    public static readonly XName NewGoogleOrderNumber = Namespace + "new-google-order-number";
    public static readonly XName NewOrderNotification = Namespace + "new-order-notification";
    public static readonly XName NextPageToken = Namespace + "next-page-token";
    public static readonly XName NotificationAcknowledgment = Namespace + "notification-acknowledgment";
    public static readonly XName NotificationDataRequest = Namespace + "notification-data-request";
    public static readonly XName NotificationDataResponse = Namespace + "notification-data-response";
    public static readonly XName NotificationDataTokenRequest = Namespace + "notification-data-token-request";
    public static readonly XName NotificationDataTokenResponse = Namespace + "notification-data-token-response";
    public static readonly XName NotificationHistoryRequest = Namespace + "notification-history-request";
    public static readonly XName NotificationHistoryResponse = Namespace + "notification-history-response";
    public static readonly XName NotificationType = Namespace + "notification-type";
    public static readonly XName NotificationTypes = Namespace + "notification-types";
    public static readonly XName Notifications = Namespace + "notifications";
    public static readonly XName OrderAdjustment = Namespace + "order-adjustment";
    public static readonly XName OrderListRequest = Namespace + "order-list-request";
    public static readonly XName OrderNumbers = Namespace + "order-numbers";
    public static readonly XName OrderProcessingSupport = Namespace + "order-processing-support";
    public static readonly XName OrderStateChangeNotification = Namespace + "order-state-change-notification";
    public static readonly XName OrderSummaries = Namespace + "order-summaries";
    public static readonly XName OrderSummary = Namespace + "order-summary";
    public static readonly XName OrderSummaryRequest = Namespace + "order-summary-request";
    public static readonly XName OrderSummaryResponse = Namespace + "order-summary-response";
    public static readonly XName OrderTotal = Namespace + "order-total";
    public static readonly XName ParameterizedUrl = Namespace + "parameterized-url";
    public static readonly XName ParameterizedUrls = Namespace + "parameterized-urls";
    public static readonly XName Parameters = Namespace + "parameters";
    public static readonly XName PartialCcNumber = Namespace + "partial-cc-number";
    public static readonly XName Payments = Namespace + "payments";
    public static readonly XName Percentage = Namespace + "percentage";
    public static readonly XName Phone = Namespace + "phone";
    public static readonly XName Pickup = Namespace + "pickup";
    public static readonly XName PickupShippingAdjustment = Namespace + "pickup-shipping-adjustment";
    public static readonly XName PlatformId = Namespace + "platform-id";
    public static readonly XName PostalArea = Namespace + "postal-area";
    public static readonly XName PostalCode = Namespace + "postal-code";
    public static readonly XName PostalCodePattern = Namespace + "postal-code-pattern";
    public static readonly XName PreviousFinancialOrderState = Namespace + "previous-financial-order-state";
    public static readonly XName PreviousFulfillmentOrderState = Namespace + "previous-fulfillment-order-state";
    public static readonly XName Price = Namespace + "price";
    public static readonly XName ProcessOrder = Namespace + "process-order";
    public static readonly XName Promotion = Namespace + "promotion";
    public static readonly XName Promotions = Namespace + "promotions";
    public static readonly XName PurchaseDate = Namespace + "purchase-date";
    public static readonly XName Quantity = Namespace + "quantity";
    public static readonly XName Rate = Namespace + "rate";
    public static readonly XName Reason = Namespace + "reason";
    public static readonly XName RecurrentItem = Namespace + "recurrent-item";
    public static readonly XName RedirectUrl = Namespace + "redirect-url";
    public static readonly XName RefundAmountNotification = Namespace + "refund-amount-notification";
    public static readonly XName RefundOrder = Namespace + "refund-order";
    public static readonly XName Region = Namespace + "region";
    public static readonly XName RequestBuyerPhoneNumber = Namespace + "request-buyer-phone-number";
    public static readonly XName RequestInitialAuthDetails = Namespace + "request-initial-auth-details";
    public static readonly XName RequestReceived = Namespace + "request-received";
    public static readonly XName ResetItemsShippingInformation = Namespace + "reset-items-shipping-information";
    public static readonly XName Result = Namespace + "result";
    public static readonly XName Results = Namespace + "results";
    public static readonly XName ReturnItems = Namespace + "return-items";
    public static readonly XName RiskInformation = Namespace + "risk-information";
    public static readonly XName RiskInformationNotification = Namespace + "risk-information-notification";
    public static readonly XName RoundingPolicy = Namespace + "rounding-policy";
    public static readonly XName Rule = Namespace + "rule";
    public static readonly XName SendBuyerMessage = Namespace + "send-buyer-message";
    public static readonly XName SendEmail = Namespace + "send-email";
    public static readonly XName SerialNumber = Namespace + "serial-number";
    public static readonly XName ShipFrom = Namespace + "ship-from";
    public static readonly XName ShipItems = Namespace + "ship-items";
    public static readonly XName Shippable = Namespace + "shippable";
    public static readonly XName Shipping = Namespace + "shipping";
    public static readonly XName ShippingCompany = Namespace + "shipping-company";
    public static readonly XName ShippingCost = Namespace + "shipping-cost";
    public static readonly XName ShippingMethods = Namespace + "shipping-methods";
    public static readonly XName ShippingName = Namespace + "shipping-name";
    public static readonly XName ShippingPackage = Namespace + "shipping-package";
    public static readonly XName ShippingPackages = Namespace + "shipping-packages";
    public static readonly XName ShippingRate = Namespace + "shipping-rate";
    public static readonly XName ShippingRestrictions = Namespace + "shipping-restrictions";
    public static readonly XName ShippingTaxed = Namespace + "shipping-taxed";
    public static readonly XName ShippingType = Namespace + "shipping-type";
    public static readonly XName ShoppingCart = Namespace + "shopping-cart";
    public static readonly XName SpecialInstructions = Namespace + "special-instructions";
    public static readonly XName SpecialRequests = Namespace + "special-requests";
    public static readonly XName StartTime = Namespace + "start-time";
    public static readonly XName State = Namespace + "state";
    public static readonly XName String = Namespace + "string";
    public static readonly XName StructuredName = Namespace + "structured-name";
    public static readonly XName Subscription = Namespace + "subscription";
    public static readonly XName SubscriptionPayment = Namespace + "subscription-payment";
    public static readonly XName SubscriptionRequestReceived = Namespace + "subscription-request-received";
    public static readonly XName Tax = Namespace + "tax";
    public static readonly XName TaxArea = Namespace + "tax-area";
    public static readonly XName TaxAreas = Namespace + "tax-areas";
    public static readonly XName TaxRules = Namespace + "tax-rules";
    public static readonly XName TaxTableSelector = Namespace + "tax-table-selector";
    public static readonly XName TaxTables = Namespace + "tax-tables";
    public static readonly XName Timestamp = Namespace + "timestamp";
    public static readonly XName Total = Namespace + "total";
    public static readonly XName TotalAmount = Namespace + "total-amount";
    public static readonly XName TotalChargeAmount = Namespace + "total-charge-amount";
    public static readonly XName TotalChargebackAmount = Namespace + "total-chargeback-amount";
    public static readonly XName TotalRefundAmount = Namespace + "total-refund-amount";
    public static readonly XName TotalTax = Namespace + "total-tax";
    public static readonly XName TrackingData = Namespace + "tracking-data";
    public static readonly XName TrackingDataList = Namespace + "tracking-data-list";
    public static readonly XName TrackingNumber = Namespace + "tracking-number";
    public static readonly XName UnarchiveOrder = Namespace + "unarchive-order";
    public static readonly XName UnitPrice = Namespace + "unit-price";
    public static readonly XName Url = Namespace + "url";
    public static readonly XName UrlParameter = Namespace + "url-parameter";
    public static readonly XName UsCountryArea = Namespace + "us-country-area";
    public static readonly XName UsStateArea = Namespace + "us-state-area";
    public static readonly XName UsZipArea = Namespace + "us-zip-area";
    public static readonly XName Valid = Namespace + "valid";
    public static readonly XName WarningMessages = Namespace + "warning-messages";
    public static readonly XName Warnings = Namespace + "warnings";
    public static readonly XName Width = Namespace + "width";
    public static readonly XName WorldArea = Namespace + "world-area";
    public static readonly XName ZipPattern = Namespace + "zip-pattern";

    /// <summary>The namespace of the 2006 beta, accepted on reading.</summary>
    public const string BetaNamespace = "http://checkout.google.com/schema/2-beta1";

    public static IReadOnlyList<XName> All { get; } =
    [
        AcceptGiftCertificates,
        AcceptMerchantCoupons,
        AddMerchantOrderNumber,
        AddTrackingData,
        AdditionalFixedCharge,
        AdditionalVariableChargePercent,
        AddressFilters,
        Address1,
        Address2,
        Addresses,
        AdjustmentTotal,
        AllowUsPoBox,
        AllowedAreas,
        AlternateTaxRule,
        AlternateTaxRules,
        AlternateTaxTable,
        AlternateTaxTables,
        Amount,
        AnalyticsData,
        AnonymousAddress,
        AppliedAmount,
        ArchiveOrder,
        Archived,
        Authorization,
        AuthorizationAmount,
        AuthorizationAmountNotification,
        AuthorizationExpirationDate,
        AuthorizeOrder,
        AvsResponse,
        BackorderItems,
        BillingAddress,
        BuyerAccountAge,
        BuyerBillingAddress,
        BuyerId,
        BuyerLanguage,
        BuyerMarketingPreferences,
        BuyerMessages,
        BuyerNote,
        BuyerShippingAddress,
        Bye,
        Calculate,
        CalculatedAmount,
        CancelItems,
        CancelOrder,
        CancelledSubscriptionNotification,
        Carrier,
        CarrierCalculatedShipping,
        CarrierCalculatedShippingAdjustment,
        CarrierCalculatedShippingOption,
        CarrierCalculatedShippingOptions,
        CarrierPickup,
        CartExpiration,
        ChargeAmountNotification,
        ChargeAndShipOrder,
        ChargeOrder,
        ChargebackAmountNotification,
        CheckoutFlowSupport,
        CheckoutRedirect,
        CheckoutShoppingCart,
        City,
        Code,
        Comment,
        CompanyName,
        ContactName,
        ContinueShoppingUrl,
        ContinueToken,
        CountryCode,
        CouponAdjustment,
        CouponResult,
        CreateOrderRecurrenceRequest,
        CvnResponse,
        DateTimeZone,
        DefaultTaxRule,
        DefaultTaxTable,
        DeliverOrder,
        DeliveryAddressCategory,
        DeliveryInstructions,
        DemoFailure,
        Description,
        Diagnosis,
        DigitalContent,
        DisplayDisposition,
        EditCartUrl,
        EligibleForProtection,
        Email,
        EmailAllowed,
        EmailDelivery,
        EndTime,
        Error,
        ErrorMessage,
        ExcludedAreas,
        Fax,
        FinancialOrderState,
        FinancialState,
        FirstName,
        Flat,
        FlatRateShipping,
        FlatRateShippingAdjustment,
        FulfillmentOrderState,
        FulfillmentState,
        GiftCertificateAdjustment,
        GiftCertificateResult,
        GiftMessage,
        GoodUntilDate,
        GoogleOrderNumber,
        HasMoreNotifications,
        Height,
        Hello,
        Id,
        InHonorOfMessage,
        InMemoryOfMessage,
        InTributeOfMessage,
        IncludeGiftReceipt,
        InputXml,
        InvalidOrderNumbers,
        IpAddress,
        Item,
        ItemDescription,
        ItemId,
        ItemIds,
        ItemName,
        ItemShippingInformation,
        ItemShippingInformationList,
        ItemWeight,
        Items,
        Key,
        LastName,
        LatestChargeAmount,
        LatestChargeFee,
        LatestChargebackAmount,
        LatestChargebackFeeAmount,
        LatestFeeRefundAmount,
        LatestPromotionChargeAmount,
        LatestPromotionChargebackAmount,
        LatestPromotionRefundAmount,
        LatestRefundAmount,
        Length,
        MaximumCharge,
        MerchantCalculatedShipping,
        MerchantCalculatedShippingAdjustment,
        MerchantCalculationCallback,
        MerchantCalculationResults,
        MerchantCalculationSuccessful,
        MerchantCalculations,
        MerchantCalculationsUrl,
        MerchantCheckoutFlowSupport,
        MerchantCodeResults,
        MerchantCodeString,
        MerchantCodeStrings,
        MerchantCodes,
        MerchantItemId,
        MerchantOrderNumber,
        MerchantPrivateData,
        MerchantPrivateItemData,
        Message,
        Method,
        Mode,
        Name,
        NewFinancialOrderState,
        NewFulfillmentOrderState,
        NewGoogleOrderNumber,
        NewOrderNotification,
        NextPageToken,
        NotificationAcknowledgment,
        NotificationDataRequest,
        NotificationDataResponse,
        NotificationDataTokenRequest,
        NotificationDataTokenResponse,
        NotificationHistoryRequest,
        NotificationHistoryResponse,
        NotificationType,
        NotificationTypes,
        Notifications,
        OrderAdjustment,
        OrderListRequest,
        OrderNumbers,
        OrderProcessingSupport,
        OrderStateChangeNotification,
        OrderSummaries,
        OrderSummary,
        OrderSummaryRequest,
        OrderSummaryResponse,
        OrderTotal,
        ParameterizedUrl,
        ParameterizedUrls,
        Parameters,
        PartialCcNumber,
        Payments,
        Percentage,
        Phone,
        Pickup,
        PickupShippingAdjustment,
        PlatformId,
        PostalArea,
        PostalCode,
        PostalCodePattern,
        PreviousFinancialOrderState,
        PreviousFulfillmentOrderState,
        Price,
        ProcessOrder,
        Promotion,
        Promotions,
        PurchaseDate,
        Quantity,
        Rate,
        Reason,
        RecurrentItem,
        RedirectUrl,
        RefundAmountNotification,
        RefundOrder,
        Region,
        RequestBuyerPhoneNumber,
        RequestInitialAuthDetails,
        RequestReceived,
        ResetItemsShippingInformation,
        Result,
        Results,
        ReturnItems,
        RiskInformation,
        RiskInformationNotification,
        RoundingPolicy,
        Rule,
        SendBuyerMessage,
        SendEmail,
        SerialNumber,
        ShipFrom,
        ShipItems,
        Shippable,
        Shipping,
        ShippingCompany,
        ShippingCost,
        ShippingMethods,
        ShippingName,
        ShippingPackage,
        ShippingPackages,
        ShippingRate,
        ShippingRestrictions,
        ShippingTaxed,
        ShippingType,
        ShoppingCart,
        SpecialInstructions,
        SpecialRequests,
        StartTime,
        State,
        String,
        StructuredName,
        Subscription,
        SubscriptionPayment,
        SubscriptionRequestReceived,
        Tax,
        TaxArea,
        TaxAreas,
        TaxRules,
        TaxTableSelector,
        TaxTables,
        Timestamp,
        Total,
        TotalAmount,
        TotalChargeAmount,
        TotalChargebackAmount,
        TotalRefundAmount,
        TotalTax,
        TrackingData,
        TrackingDataList,
        TrackingNumber,
        UnarchiveOrder,
        UnitPrice,
        Url,
        UrlParameter,
        UsCountryArea,
        UsStateArea,
        UsZipArea,
        Valid,
        WarningMessages,
        Warnings,
        Width,
        WorldArea,
        ZipPattern,
    ];
}
