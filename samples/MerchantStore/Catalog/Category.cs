namespace MerchantStore.Catalog;

/// <summary>A category of products, with the last part of its page's address.</summary>
internal sealed record Category(string Id, string Name, string Introduction)
{
    public static Category Tea { get; } = new("tea", "Tea", "Whole leaves from gardens we have visited, packed on the day we ship.");

    public static Category Teaware { get; } = new("teaware", "Teaware", "Iron, clay and bamboo, made to be used every day.");

    public static Category Gifts { get; } = new("gifts", "Gifts", "For people who have a teapot, and for those who want one.");

    public static IReadOnlyList<Category> All { get; } = [Tea, Teaware, Gifts];
}
