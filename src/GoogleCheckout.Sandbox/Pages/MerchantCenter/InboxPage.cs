using AspNetCoreGeneratedDocument;

namespace GoogleCheckout.Sandbox.Pages.MerchantCenter;

/// <summary>The inbox: the merchant's orders, with the next expected action of each.</summary>
internal static class InboxPage
{
    public static Page Show(MerchantRequest request) => new("Orders", new Pages_MerchantCenter_Inbox
    {
        // The search needs no lock: orders do not change, they are replaced.
        Model = InboxModel.Create(request.Account.Service.GetFullOrders(), InboxQuery.Read(request.Request.Query)),
    });
}
