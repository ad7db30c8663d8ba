using Changlai.App.Features.Customers.Relations;
using Changlai.App.Features.Platform.Imports.Runs;
using Changlai.App.Tests.Features.Platform.Imports;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Customers.Import;

/// <summary>Who introduced whom, family and colleagues, from a file.</summary>
public sealed class RelationImportTests
{
    private const string Relations = """
        SELECT c.name || ' ' || r.kind || ' ' || o.name FROM customer_relation r JOIN customer c ON c.customer_id = r.customer_id JOIN customer o ON o.customer_id = r.other_id
        ORDER BY c.name, r.kind, o.name
        """;

    [Theory, OnBothDatabases]
    public async Task Relations_to_customers_of_the_file_and_to_those_stored_stand_on_both_cards(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名,手机\nk1,A,13800000001\n");
        const string File = "编号,姓名,手机,介绍人,家人,同事\nk2,B,13800000002,k1,ｋ３,\nk3,C,13800000003,,,138-0000-0001、K2\n";
        var run = desk.Upload("customers", File);
        run.Details.Preview!.FirstRejected.ShouldBeEmpty();
        desk.Confirm(run).Details.Result!.Changes.ShouldBe(new(2, 0, 0));
        string[] all = ["A colleague C", "A introduced B", "B colleague C", "B family C", "B introduced-by A", "C colleague A", "C colleague B", "C family B"];
        desk.Rows(Relations).ShouldBe(all);

        desk.Take("customers", File).Details.Result!.Changes.ShouldBe(new(0, 0, 2), "said twice it changes nothing");
        desk.Take("customers", "number,name,introduced by\nk3,C,13800000001\n").Details.Result!.Changes.ShouldBe(new(0, 1, 0));
        desk.Rows(Relations).ShouldBe([.. all, "A introduced C", "C introduced-by A"], ignoreOrder: true);
    }

    [Theory, OnBothDatabases]
    public async Task Undoing_takes_the_relations_from_both_cards(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名,手机,家人\nk1,A,13800000001,\nk9,Z,13800000009,k1\n");
        desk.Write(session => session.Execute("DELETE FROM import_made"));
        var before = DatabaseContent.Of(desk.Database);
        var run = desk.Take("customers", "编号,姓名,介绍人,家人\nk2,B,k1,k9\nk9,,k1,k1\n");
        run.Details.Result!.Changes.ShouldBe(new(1, 1, 0));
        desk.Read<long>("SELECT count(*) FROM customer_relation").ShouldBe(8);
        desk.Undo(run).State.ShouldBe(ImportState.Undone);
        DatabaseContent.Of(desk.Database).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task A_relation_or_a_photo_that_somebody_added_since_stands_in_the_way_of_undoing(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名\nk1,A\n");
        var run = desk.Take("customers", "编号,姓名,介绍人\nk2,B,k1\n");
        desk.Write(session => CustomerRelations.Add(session, Id(session, "A"), Id(session, "B"), "family", 1, desk.Clock.GetUtcNow()));
        run = desk.Undo(run);
        run.State.ShouldBe(ImportState.Done);
        run.Details.InTheWay.Select(words => words.English).ShouldBe(["Relations noted since with customers of this import: 1."]);

        desk.Write(session => CustomerRelations.Remove(session, Id(session, "A"), Id(session, "B"), "family"));
        desk.Write(session => App.Features.Customers.Photos.StoredPhoto.Put(session, Id(session, "B"),
            App.Features.Customers.Rules.Photos.PhotoFile.Read(Photos.SamplePhotos.Jpeg()).Photo!, 1, desk.Clock.GetUtcNow()));
        run = desk.Undo(run);
        run.Details.InTheWay.Select(words => words.English).ShouldBe(["Customers of this import whose cards were changed since: 1."]);
        desk.Write(session => App.Features.Customers.Photos.StoredPhoto.Remove(session, Id(session, "B")));
        desk.Undo(run).State.ShouldBe(ImportState.Undone);
        desk.Read<long>("SELECT count(*) FROM customer_relation").ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_line_that_names_nobody_or_itself_is_said_at_its_cell_and_not_taken(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        desk.Take("customers", "编号,姓名,手机,门店\nk0,O,13800000000,二店\n");
        var run = desk.Upload("customers", "编号,姓名,手机,介绍人,家人\nk1,A,13800000001,nobody,\nk2,B,13800000002,,13800000002\nk3,C,13800000003,k1,\nk4,D,13800000004,k0,\nk5,E,13800000005,,\n",
            settings => settings with { OnlyThisStore = true, Role = "manager" });
        run.Details.Preview!.FirstRejected.Select(row => $"{row.Line} {row.Reason} {row.Heading} {row.Value}").ShouldBe(
            ["2 relation-unknown 介绍人 nobody", "3 relation-self 家人 13800000002", "4 relation-unknown 介绍人 k1", "5 relation-unknown 介绍人 k0"]);
        desk.Confirm(run);
        desk.Rows("SELECT name FROM customer WHERE store_id = 1 ORDER BY name").ShouldBe(["E"]);
        desk.Read<long>("SELECT count(*) FROM customer_relation").ShouldBe(0);
    }

    private static long Id(Changlai.App.Features.Platform.Contracts.DatabaseSession session, string name) =>
        session.Scalar<long>("SELECT customer_id FROM customer WHERE name = @name", ("name", name));
}
