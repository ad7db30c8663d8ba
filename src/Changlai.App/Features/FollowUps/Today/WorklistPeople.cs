using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>Whose list a manager may look at: anyone's of the store, or of every store for the head office.</summary>
internal static class WorklistPeople
{
    public static WorklistChoices Choices(DatabaseSession session, Viewer viewer, StoreDirectory stores, WorklistScope scope, UiContext ui)
    {
        var people = new List<Option>();
        if (viewer.StoreId is not null) people.Add(new Option("", ui[TodayTexts.Mine]));
        people.Add(new Option(WorklistScope.Everyone, ui[TodayTexts.Everyone]));
        people.Add(new Option(WorklistScope.Nobody, ui[TodayTexts.Nobody]));
        using var rows = session.Read(
            $"SELECT id, name FROM staff WHERE active = @yes {(scope.StoreId is null ? "" : "AND store_id = @store")} ORDER BY name, id", ("yes", true), ("store", scope.StoreId));
        while (rows.Next())
            if (rows.Long(0) != viewer.StaffId) people.Add(new Option(rows.Long(0).ToString(), rows.Text(1)));

        var places = new List<Option>();
        if (viewer.StoreScope is null)
        {
            places.Add(new Option("", ui[TodayTexts.EveryStore]));
            places.AddRange(stores.Stores().Values.Select(store => new Option(store.Id.ToString(), store.Name)));
        }
        return new WorklistChoices(people, places);
    }
}
