using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Customers.Relations;

/// <summary>What needs and relations keep of customers. A relation's row at the other customer changes too.</summary>
internal sealed class RelationRows : ICustomerRows
{
    private static readonly CustomerTable[] All =
    [
        new("customer_need", RowFate.Moves) { Called = Needs.NeedTexts.Needs },
        new("customer_relation", RowFate.Moves)
        {
            Called = RelationTexts.Title,
            Of = """
                customer_id IN (@one, @other)
                OR (other_id IN (@one, @other) AND customer_id IN (SELECT r.other_id FROM customer_relation r WHERE r.customer_id IN (@one, @other)))
                """,
            Key = ["customer_id", "other_id", "kind"],
            IsSet = true,
        },
    ];

    public IReadOnlyList<CustomerTable> Tables => All;

    public void BeforeMerge(DatabaseSession session, long survivor, long merged)
    {
        // Nobody is their own family.
        session.Execute("DELETE FROM customer_relation WHERE customer_id IN (@survivor, @merged) AND other_id IN (@survivor, @merged)", ("survivor", survivor), ("merged", merged));
        session.Execute("""
            INSERT INTO customer_relation (customer_id, other_id, kind, noted_at, noted_by)
            SELECT x.customer_id, @survivor, x.kind, x.noted_at, x.noted_by FROM customer_relation m CROSS JOIN customer_relation x
            WHERE m.customer_id = @merged AND x.customer_id = m.other_id AND x.other_id = @merged
            ON CONFLICT (customer_id, other_id, kind) DO NOTHING
            """, ("survivor", survivor), ("merged", merged));
        session.Execute("""
            DELETE FROM customer_relation WHERE other_id = @merged AND customer_id IN (SELECT m.other_id FROM customer_relation m WHERE m.customer_id = @merged)
            """, ("merged", merged));
    }
}
