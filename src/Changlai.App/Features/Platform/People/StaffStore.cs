using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Changlai.App.Features.Platform.People;

/// <summary>A store that somebody works for beside the one they belong to.</summary>
internal sealed class StaffStore
{
    public long StaffId { get; init; }
    public long StoreId { get; init; }
}

internal sealed class StaffStoreConfiguration : IEntityTypeConfiguration<StaffStore>
{
    public void Configure(EntityTypeBuilder<StaffStore> further)
    {
        further.ToTable("staff_store").HasKey(one => new { one.StaffId, one.StoreId });
        further.Property(one => one.StaffId).HasColumnName("staff_id").ValueGeneratedNever();
        further.Property(one => one.StoreId).HasColumnName("store_id").ValueGeneratedNever();
    }
}
