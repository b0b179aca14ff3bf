using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MerchantStore.Settings;

/// <summary>A setting that the owner changed on the settings page.</summary>
internal sealed class StoreSetting
{
    /// <summary>The key in the configuration, for example <c>Charge:MaxAmount</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The value; a merchant key is encrypted.</summary>
    public required string Value { get; set; }

    internal sealed class Table : IEntityTypeConfiguration<StoreSetting>
    {
        public void Configure(EntityTypeBuilder<StoreSetting> setting) => setting.ToTable("Settings").HasKey(each => each.Key);
    }
}
