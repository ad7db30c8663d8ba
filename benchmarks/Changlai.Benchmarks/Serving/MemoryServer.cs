using Changlai.App.Features.Customers.Card;
using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.List;
using Changlai.App.Features.FollowUps.Today;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Ui;
using Changlai.Web.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Changlai.Benchmarks.Serving;

/// <summary>
/// The product's server with three more addresses, which render the same pages with the same components from data read once
/// and kept: what is left of a page's time without the database. Everything else a request goes through is the same.
/// </summary>
internal static class MemoryServer
{
    public const string Command = "serve-memory";
    public const string Today = "/memory/today";
    public const string List = "/memory/customers";
    public const string Card = "/memory/customer";
    private const int ListSize = 30;

    /// <param name="arguments">Database, address to listen on.</param>
    public static int Run(string[] arguments)
    {
        using var database = new Database(arguments[0]);
        using var app = ServeCommand.Build(database, arguments[1]);
        Map(app, database);
        app.Run();
        return 0;
    }

    private static void Map(WebApplication app, Database database)
    {
        TodayView? today = null;
        List<CustomerRow>? rows = null;
        CustomerCard? card = null;
        app.MapGet(Today, (HttpContext http, StoreDirectory stores) =>
        {
            if (today is null)
            {
                using var session = database.OpenSession();
                var viewer = Viewer.Of(http.User);
                today = TodayEndpoints.Load(session, viewer, stores, new WorklistPlace(WorklistScope.Of(viewer, null, null), null), null);
            }
            return UiSetup.Page<TodayPage>(new { View = today });
        });
        app.MapGet(List, (StoreDirectory stores, UiContext ui) =>
        {
            var filter = new CustomerListFilter(CustomerView.Newest, ui.Today, null, null, null);
            if (rows is null)
            {
                using var session = database.OpenSession();
                rows = CustomerListQuery.Read(session, filter, ListSize);
            }
            return UiSetup.Page<CustomersPage>(new { Filter = filter, Rows = rows, After = CustomerListQuery.PositionOf(rows[^1], CustomerView.Newest), Stores = stores.Stores().Values });
        });
        app.MapGet(Card + "/{id:long}", (HttpContext http, StoreDirectory stores, UiContext ui, IEnumerable<ICardPanel> panels, IEnumerable<ITimelineSource> sources, long id) =>
        {
            if (card is null)
            {
                using var session = database.OpenSession();
                card = CustomerCards.Read(session, new CardRequest(id, ui.Language, ui.Today, stores.ZoneOf(null)), null, panels, [.. sources], null, null);
            }
            return UiSetup.Page<CustomerCardPage>(new { Card = card });
        });
    }
}
