using System.Globalization;
using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Customers.Segments.Storage;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Features.Platform.Contracts.Audit;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>Saves, changes and deletes segments, for the pages and for other programs alike.</summary>
internal sealed class SegmentWork(Database database, SegmentFields contributions, StoreDirectory stores, IEnumerable<ISegmentUse> uses, TimeProvider time)
{
    private const string Form = "segment";

    public Database Database => database;

    public SegmentDesk DeskOf(DatabaseSession session, Viewer viewer) => new(session, contributions, stores, viewer);

    /// <summary>What keeps a segment from being saved under this name and with this rule.</summary>
    /// <param name="rule">With its values as they are stored.</param>
    public static SegmentTaken Check(SegmentDesk desk, string name, SegmentGroup rule) => new(null)
    {
        Problems = SegmentCheck.Problems(rule, desk.Fields.ByCode),
        NameProblem = name.Length is 0 or > SegmentLimits.NameLength || name.Any(char.IsControl) || name.EnumerateRunes().Any(rune => rune == System.Text.Rune.ReplacementChar)
            ? SegmentTexts.NoName.With(SegmentLimits.NameLength)
            : null,
    };

    public SegmentTaken Add(DatabaseSession session, Viewer viewer, SegmentDesk desk, string name, bool shared, SegmentGroup rule, string? key)
    {
        if (Check(desk, name, rule) is { IsRefused: true } refused) return refused;
        session.Begin();
        if (FormKeys.Take(session, Form, key, time.GetUtcNow()) is { } before)
        {
            session.Commit();
            return new SegmentTaken(long.TryParse(before, out var known) ? known : null) { Again = true };
        }
        var id = SegmentStore.Add(session, name, shared && desk.MayShare, rule, viewer.StaffId, time.GetUtcNow());
        FormKeys.Answer(session, Form, key, id.ToString(CultureInfo.InvariantCulture));
        AuditPen.Current?.About(Form, id);
        session.Commit();
        return new SegmentTaken(id);
    }

    /// <summary>Begins to change one: nobody else changes it, or takes it for a plan, until the transaction ends. Null when it is not there.</summary>
    public static StoredSegment? Open(DatabaseSession session, Viewer viewer, long id)
    {
        session.Begin();
        session.LockInTransaction(SegmentMembership.Lock);
        return SegmentStore.Find(session, viewer, id);
    }

    /// <param name="version">The version that was changed.</param>
    public SegmentTaken Change(DatabaseSession session, Viewer viewer, SegmentDesk desk, StoredSegment stored, int version, string name, bool shared, SegmentGroup rule)
    {
        if (Check(desk, name, rule) is { IsRefused: true } refused) return refused;
        var used = stored.IsShared && !shared || rule.Conditions.Any(condition => desk.Fields.ByCode[condition.Field].ComesFromPlanning) ? UsesOf(session, stored.Id) : null;
        if (used is { } by && stored.IsShared && !shared) return new SegmentTaken(null) { SharedProblem = Said(SegmentTexts.InUseShared, by) };
        if (used is { } planned) return new SegmentTaken(null) { Hindrance = Said(SegmentTexts.InUseByPlanning, planned) };
        if (!SegmentStore.Change(session, stored.Id, version, name, shared, rule, viewer.StaffId, time.GetUtcNow())) return new SegmentTaken(null) { IsStale = true };
        session.Commit();
        return new SegmentTaken(stored.Id);
    }

    /// <returns>Why it cannot be deleted; null when it was.</returns>
    public Text? Delete(DatabaseSession session, StoredSegment stored)
    {
        if (UsesOf(session, stored.Id) is { } used) return new Text(SegmentTexts.InUse.In(Language.Chinese, stored.Name, used.Chinese), SegmentTexts.InUse.In(Language.English, stored.Name, used.English));
        SegmentStore.Delete(session, stored.Id);
        session.Commit();
        return null;
    }

    private Text? UsesOf(DatabaseSession session, long id)
    {
        var names = uses.SelectMany(use => use.UsesOf(session, id)).ToList();
        return names.Count == 0 ? null : new Text(
            string.Join(UiTexts.ListComma.Chinese, names.Select(name => name.Chinese)), string.Join(UiTexts.ListComma.English, names.Select(name => name.English)));
    }

    private static Text Said(Text words, Text value) => new(words.In(Language.Chinese, value.Chinese), words.In(Language.English, value.English));
}

/// <summary>What came of saving a segment.</summary>
/// <param name="Id">Null when it was not saved, or when it was before and nobody remembers as what.</param>
internal sealed record SegmentTaken(long? Id)
{
    public bool Again { get; init; }
    public IReadOnlyList<SegmentProblem> Problems { get; init; } = [];
    public Text? NameProblem { get; init; }
    public Text? SharedProblem { get; init; }

    /// <summary>What stands against the whole of it.</summary>
    public Text? Hindrance { get; init; }

    /// <summary>Somebody else has changed it since.</summary>
    public bool IsStale { get; init; }

    public bool IsRefused => Problems.Count > 0 || NameProblem is not null || SharedProblem is not null || Hindrance is not null;
}
