namespace GoogleCheckout.Samples.MerchantStore;

/// <summary>The database engines of the store. The same tests run on each.</summary>
public enum StoreEngine
{
    Sqlite,
    PostgreSql,
}
