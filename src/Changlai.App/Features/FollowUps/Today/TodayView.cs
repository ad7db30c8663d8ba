using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.FollowUps.Outcomes;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;

namespace Changlai.App.Features.FollowUps.Today;

/// <summary>One follow-up with all that its page shows.</summary>
/// <param name="Zone">The clock of its store.</param>
public sealed record OpenedFollowUp(FollowUpView FollowUp, AtHand Hand, TimeZoneInfo Zone, DateOnly Today);

/// <summary>What was typed into the outcome form, and what was wrong with it.</summary>
public sealed record TypedOutcome(string? Mood, string? Note, string? CallBackOn, string? CallBackTime, IReadOnlyList<OutcomeProblem> Problems)
{
    public OutcomeProblem? Of(string field) => Problems.FirstOrDefault(problem => problem.Field == field);
}

/// <summary>All that Today shows.</summary>
/// <param name="Opened">The follow-up beside the list.</param>
/// <param name="IsSuggested">Nobody asked for it: it stands there where there is room, and stays away from a phone.</param>
public sealed record TodayView(WorklistPlace Place, Worklist Work, DateOnly Today, IReadOnlyDictionary<long, StoreEntry> Stores, OpenedFollowUp? Opened, bool IsSuggested)
{
    /// <summary>The clock of the store that an entry belongs to.</summary>
    public TimeZoneInfo ZoneOf(FollowUpView entry) => Stores[entry.StoreId].Zone;

    /// <summary>What the last outcome has to say.</summary>
    public Notice? Notice { get; init; }

    public TypedOutcome? Typed { get; init; }
}

/// <summary>Whom the reader may look at instead.</summary>
public sealed record WorklistChoices(IReadOnlyList<Option> People, IReadOnlyList<Option> Stores);
