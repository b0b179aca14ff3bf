namespace MerchantStore.Data;

/// <summary>What the owner has to do with an order. What is first here is first in the list of orders.</summary>
internal enum OrderToDo
{
    /// <summary>Charge or cancel an order that is on hold.</summary>
    Decide,

    Charge,

    Ship,

    /// <summary>The card was declined. A message to the buyer may help.</summary>
    AskBuyer,

    /// <summary>Wait, or archive the order.</summary>
    Nothing,
}
