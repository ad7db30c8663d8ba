using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Changlai.App.Features.Platform.People;

/// <summary>A person who works in the business.</summary>
internal sealed class Staff
{
    public long Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Lower case; null for somebody who cannot sign in.</summary>
    public string? SignInName { get; set; }
    public string? PasswordHash { get; set; }

    /// <summary>Changes when every session of this person must end.</summary>
    public required string SecurityStamp { get; set; }
    public required string Role { get; set; }
    public long? StoreId { get; set; }

    /// <summary>How far they see; null as is usual for the role.</summary>
    public string? Scope { get; set; }
    public int WorkingWeekdays { get; set; }
    public int DailyCapacity { get; set; }
    public required string Language { get; set; }
    public bool Active { get; set; }
}

internal sealed class StaffConfiguration : IEntityTypeConfiguration<Staff>
{
    public void Configure(EntityTypeBuilder<Staff> staff)
    {
        staff.ToTable("staff").HasKey(person => person.Id);
        staff.Property(person => person.Id).HasColumnName("id").ValueGeneratedNever();
        staff.Property(person => person.Name).HasColumnName("name");
        staff.Property(person => person.SignInName).HasColumnName("sign_in_name");
        staff.Property(person => person.PasswordHash).HasColumnName("password_hash");
        staff.Property(person => person.SecurityStamp).HasColumnName("security_stamp");
        staff.Property(person => person.Role).HasColumnName("role");
        staff.Property(person => person.StoreId).HasColumnName("store_id");
        staff.Property(person => person.Scope).HasColumnName("scope");
        staff.Property(person => person.WorkingWeekdays).HasColumnName("working_weekdays");
        staff.Property(person => person.DailyCapacity).HasColumnName("daily_capacity");
        staff.Property(person => person.Language).HasColumnName("language");
        staff.Property(person => person.Active).HasColumnName("active");
    }
}
