using Changlai.App.Features.Customers.Contracts.Segments;
using Changlai.App.Features.Customers.List;
using Changlai.App.Features.Customers.Segments.Model;
using Changlai.App.Features.Customers.Segments.Query;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Core.Values;

namespace Changlai.App.Features.Customers.Segments.Pages;

/// <summary>What the pages of segments ask for one reader: the fields, the answer of a draft, what may be changed.</summary>
internal sealed class SegmentDesk(DatabaseSession session, SegmentFields contributions, StoreDirectory stores, Viewer viewer)
{
    private const int Shown = 8;
    private readonly SegmentFieldList fields = MaskedFields.Of(contributions.Read(session), Privacy.MaskRules.Read(session).Of(viewer.Role));

    public SegmentFieldList Fields => fields;

    public bool MayBuild => MayBuildAs(viewer);

    /// <summary>What all work with is made by those who lead.</summary>
    public bool MayShare => viewer.May(Access.ManageStore);

    public static bool MayBuildAs(Viewer viewer) => viewer.May(Access.ChangeCustomers);

    public bool MayChange(Storage.StoredSegment segment) =>
        MayBuild && (segment.OwnerId == viewer.StaffId || segment.IsShared && viewer.May(Access.HeadOffice));

    public SegmentBuilding Building(
        SegmentGroup typed, IReadOnlyList<SegmentProblem>? problems = null, IReadOnlyDictionary<string, SegmentFound>? found = null, IReadOnlyDictionary<string, string>? sought = null) => new(
        fields, fields.NamesIn(session, typed), problems ?? [], found ?? new Dictionary<string, SegmentFound>(), ValueSearch.Beginnings(session, typed, fields.ByCode),
        sought ?? new Dictionary<string, string>(), Currencies());

    /// <summary>Whom a draft chooses as far as it is finished.</summary>
    public SegmentAnswer? Answer(SegmentGroup typed)
    {
        var stored = SegmentInput.Stored(typed, fields.ByCode);
        var finished = SegmentInput.Finished(stored, fields.ByCode);
        if (SegmentCheck.Problems(finished, fields.ByCode).Count > 0) return null;
        var customers = Customers();
        var first = CustomerListQuery.Read(session, customers.Page(finished, null, Shown));
        return new SegmentAnswer(customers.Count(finished), fields.SentenceOf(session, finished), stored.Conditions.Count(condition => condition.Field.Length > 0) - finished.Conditions.Count(), first);
    }

    /// <summary>The segment's customers as this reader may see them.</summary>
    public SegmentCustomers Customers() => new(session, fields, new SegmentDay(stores.TodayOf(viewer.StoreId), stores.ZoneOf(viewer.StoreId)), viewer.Scope);

    public SegmentFound Find(SegmentCondition condition, string typed) =>
        fields.ByCode.TryGetValue(condition.Field, out var field) && ValueSearch.IsFor(field) && typed.Trim() is { Length: <= 100 } words && !words.Contains('\0')
            ? new SegmentFound(typed, [.. ValueSearch.Find(session, field, words).Where(option => !condition.Values.Contains(option.Value))])
            : new SegmentFound(typed, []);

    /// <summary>What keeps a stored segment from being asked; null when nothing does.</summary>
    public Text? ProblemOf(Storage.StoredSegment segment) => segment.Rule is null ? segment.Problem?.Words
        : SegmentCheck.Problems(segment.Rule, fields.ByCode) is [var first, ..] ? first.Words : null;

    private List<string> Currencies() => [.. stores.Stores().Values.OrderBy(store => store.Id == viewer.StoreId ? 0 : 1).Select(store => store.Currency).DefaultIfEmpty("CNY").Distinct(StringComparer.Ordinal)];
}
