using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>Whose list a manager may look at: anyone's of their stores, or of every store for the head office.</summary>
internal static class WorklistPeople
{
    public static WorklistChoices Choices(DatabaseSession session, Viewer viewer, StoreDirectory stores, WorklistScope scope, UiContext ui)
    {
        var people = new List<Option>();
        if (viewer.StoreId is not null) people.Add(new Option("", ui[TodayTexts.Mine]));
        people.Add(new Option(WorklistScope.Everyone, ui[TodayTexts.Everyone]));
        people.Add(new Option(WorklistScope.Nobody, ui[TodayTexts.Nobody]));
        var whose = scope.StoreId is { } store ? CustomerScope.OfStores(store) : viewer.InStores;
        using var rows = session.Read($"SELECT s.id, s.name FROM staff s WHERE s.active = @yes{whose.And("s")} ORDER BY s.name, s.id", [("yes", true), .. whose.Values]);
        while (rows.Next())
            if (rows.Long(0) != viewer.StaffId) people.Add(new Option(rows.Long(0).ToString(), rows.Text(1)));

        var places = new List<Option>();
        if (viewer.Reach != Reach.Own && stores.Of(viewer) is { Count: > 1 } several)
        {
            places.Add(new Option("", ui[TodayTexts.EveryStore]));
            places.AddRange(several.Select(store => new Option(store.Id.ToString(), store.Name)));
        }
        return new WorklistChoices(people, places);
    }
}
