using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Changlai.App.Features.Platform.People;

/// <summary>A place where customers are served.</summary>
internal sealed class Store
{
    public long Id { get; init; }
    public required string Name { get; set; }
    public string? City { get; set; }
    public required string TimeZone { get; set; }
    public required string Currency { get; set; }
    public int ClosedWeekdays { get; set; }
}

internal sealed class StoreConfiguration : IEntityTypeConfiguration<Store>
{
    public void Configure(EntityTypeBuilder<Store> store)
    {
        store.ToTable("store").HasKey(place => place.Id);
        store.Property(place => place.Id).HasColumnName("id").ValueGeneratedNever();
        store.Property(place => place.Name).HasColumnName("name");
        store.Property(place => place.City).HasColumnName("city");
        store.Property(place => place.TimeZone).HasColumnName("time_zone");
        store.Property(place => place.Currency).HasColumnName("currency");
        store.Property(place => place.ClosedWeekdays).HasColumnName("closed_weekdays");
    }
}
