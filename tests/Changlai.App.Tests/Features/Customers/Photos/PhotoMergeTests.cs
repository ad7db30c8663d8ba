using Changlai.App.Features.Customers.Duplicates;
using Changlai.App.Features.Customers.Photos;
using Changlai.App.Features.Customers.Rules;
using Changlai.App.Features.Customers.Rules.Photos;
using Changlai.App.Tests.Features.Customers.Duplicates;
using Changlai.App.Tests.Harness;
using static Changlai.App.Tests.Features.Customers.Duplicates.MergingShop;

namespace Changlai.App.Tests.Features.Customers.Photos;

public sealed class PhotoMergeTests
{
    private const string Monday = "2026-03-02";

    [Theory, OnBothDatabases]
    public async Task The_photo_of_either_is_the_photo_of_both_and_back_where_it_was_after_undoing(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        var (one, other) = (shop.Register(CardOf("A", "李明华")), shop.Register(CardOf("B", "李鸣华")));
        Photograph(shop, other, 200);
        var before = shop.EveryRow();

        var merge = shop.Merge(one, other);
        WidthOf(shop, one).ShouldBe(200);
        WidthOf(shop, other).ShouldBeNull();
        StoredPhoto.Read(shop.Session, one)!.Bytes.ShouldBe(PhotoFile.Read(SamplePhotos.Jpeg(200, 100)).Photo!.Bytes);

        shop.Undo(merge.Id).Outcome.ShouldBe(UndoOutcome.Done);
        MergingShop.Differences(before, shop.EveryRow()).ShouldBeEmpty();
    }

    [Theory]
    [OnBothDatabases(false, 100)]
    [OnBothDatabases(true, 200)]
    public async Task Of_two_photos_the_chosen_one_stays_and_undoing_brings_both_back(DatabaseKind kind, bool ofTheOneWhoGoes, int width)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        var (one, other) = (shop.Register(CardOf("A", "李明华")), shop.Register(CardOf("B", "李鸣华")));
        Photograph(shop, one, 100);
        Photograph(shop, other, 200);
        var before = shop.EveryRow();

        var merge = ofTheOneWhoGoes ? shop.Merge(one, other, (MergeFields.Photo, Side.Merged)) : shop.Merge(one, other);
        WidthOf(shop, one).ShouldBe(width);
        shop.Session.Scalar<long>("SELECT count(*) FROM customer_photo").ShouldBe(1);

        shop.Undo(merge.Id).Outcome.ShouldBe(UndoOutcome.Done);
        MergingShop.Differences(before, shop.EveryRow()).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_photo_taken_since_stands_in_the_way_of_undoing(DatabaseKind kind)
    {
        await using var shop = await TestShop.OpenAsync(kind, Monday);
        var (one, other) = (shop.Register(CardOf("A", "李明华")), shop.Register(CardOf("B", "李鸣华")));
        Photograph(shop, one, 100);
        var merge = shop.Merge(one, other);
        Photograph(shop, one, 300);
        var undo = shop.Undo(merge.Id);
        undo.Outcome.ShouldBe(UndoOutcome.ChangedSince);
        undo.Changes.ShouldHaveSingleItem().Table.Name.ShouldBe("customer_photo");
        WidthOf(shop, one).ShouldBe(300);
    }

    private static void Photograph(TestShop shop, long customer, int width) =>
        shop.InTransaction(() =>
        {
            StoredPhoto.Put(shop.Session, customer, PhotoFile.Read(SamplePhotos.Jpeg(width, 100)).Photo!, Clerk, shop.Time.GetUtcNow());
            return 0;
        });

    private static int? WidthOf(TestShop shop, long customer) => App.Features.Customers.Contracts.CustomerPhoto.Find(shop.Session, customer)?.Width;
}
