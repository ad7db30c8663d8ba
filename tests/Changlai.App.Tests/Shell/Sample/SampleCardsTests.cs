using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Shell.Sample;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Shell.Sample;

/// <summary>The cards of the sample's customers as they are stored.</summary>
public sealed class SampleCardsTests
{
    [Theory, OnBothDatabases]
    public async Task Cards_are_filled_as_a_real_shops_are_and_the_same_each_time(DatabaseKind kind)
    {
        var one = await WrittenAsync(kind);
        one.ShouldBe(await WrittenAsync(kind));
        one["customer_address"].ShouldBe(3000);
        one["customer_field"].ShouldBe(5);
        one["customer_phone"].ShouldBeInRange(250, 500);
        one["customer_number"].ShouldBeInRange(600, 900);
        one["customer_tag"].ShouldBeInRange(1500, 4000);
        one["customer_field_value"].ShouldBeInRange(2000, 6000);
        one["consent_event"].ShouldBeInRange(1400, 2100);
    }

    private static async Task<Dictionary<string, long>> WrittenAsync(DatabaseKind kind)
    {
        await using var place = await TestDatabase.CreateAsync(kind);
        using var database = new Database(place.Connection);
        using var session = database.OpenBulkSession();
        session.Begin();
        new SampleWriter(session, SampleBusiness.Create(1, new DateOnly(2026, 11, 23)), FakeTime.On("2026-11-23")).Write();
        session.Commit();
        return ((string[])["customer_address", "customer_field", "customer_phone", "customer_number", "customer_tag", "customer_field_value", "consent_event"])
            .ToDictionary(table => table, table => session.Scalar<long>($"SELECT count(*) FROM {table}"));
    }
}
