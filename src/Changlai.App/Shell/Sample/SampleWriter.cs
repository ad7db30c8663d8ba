using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.FollowUps.Contracts;
using Changlai.App.Features.Orders.Contracts;
using Changlai.App.Features.Platform.Contracts;
using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Shell.Sample;

/// <summary>Puts the sample business into a database that holds no business yet, with the last weeks' contacts and today's plan.</summary>
internal sealed class SampleWriter(DatabaseSession session, SampleBusiness sample, TimeProvider time)
{
    public const string Source = "sample";

    /// <summary>Marks a database as the sample's; a real one never has it.</summary>
    public const string Setting = "sample-seed";

    /// <summary>Everybody's, printed by the demo: there is nothing in a sample to protect.</summary>
    public const string Password = "changlai-demo";

    private const int WeeksOfTrend = 12;
    private const string Holiday = "春节休息";
    private long firstStore;
    private long firstStaff;
    private long firstCustomer;

    /// <summary>Whether the database already has a business of its own or a sample: a store is the first thing either gets.</summary>
    public static bool HasBusiness(DatabaseSession session) => session.Scalar<long>("SELECT count(*) FROM store") > 0;

    public static bool HasSample(DatabaseSession session) => session.Scalar<string>("SELECT value FROM setting WHERE key = @key", ("key", Setting)) is not null;

    /// <summary>Writes everything inside the caller's transaction.</summary>
    public void Write()
    {
        WriteStores();
        WriteStaff();
        WriteProducts();
        WriteCustomers();
        WriteOrders();
        WriteDevices();
        new SampleDiary(session, sample, time).Write();
        session.Execute("INSERT INTO setting (key, value) VALUES (@key, @seed)", ("key", Setting), ("seed", sample.Seed.ToString()));
        WriteTrend();
        HorizonPlanning.Run(session, sample.Today, time);
    }

    /// <summary>Three months of figures, so that there is a line to look at: each week a little less was known.</summary>
    private void WriteTrend()
    {
        for (var weeks = WeeksOfTrend; weeks > 0; weeks--)
            CardTrends.Backdate(session, sample.Today.AddDays(-7 * weeks), time.GetUtcNow().AddDays(-7 * weeks), 100 - 2 * weeks);
    }

    private void WriteStores()
    {
        firstStore = session.ReserveIds("store", sample.Stores.Count);
        using (var insert = session.Insert("store", "id", "name", "city", "time_zone", "currency", "closed_weekdays"))
        {
            foreach (var store in sample.Stores)
                insert.Add(firstStore + store.Id).Add(store.Name.Chinese).Add(store.City).Add(SampleBusiness.TimeZone).Add(SampleBusiness.Currency)
                    .Add((int)Weekdays.All.Except(store.OpenDays).Bits).EndRow();
            insert.Complete();
        }
        using (var insert = session.Insert("store_closed_day", "store_id", "day", "reason"))
        {
            foreach (var store in sample.Stores)
                foreach (var day in store.DaysOff.Distinct().Order())
                    insert.Add(firstStore + store.Id).Add(day).Add(Holiday).EndRow();
            insert.Complete();
        }
    }

    private void WriteStaff()
    {
        // One hash for all: the password is public, and fourteen would double the wait.
        var hash = StaffAccounts.Hash(Password);
        firstStaff = StaffAccounts.Add(session, [.. sample.Staff.Select(person => new NewStaff(
            person.Name, person.SignIn, hash, RoleCode(person.Role), person.StoreId is { } store ? firstStore + store : null,
            person.WorkingDays, person.DailyCapacity, "zh"))]);
    }

    private void WriteProducts()
    {
        var id = session.ReserveIds("product", sample.Products.Count);
        using var insert = session.Insert("product",
            "id", "code", "name", "category", "price_minor", "cost_minor", "repurchase_days", "sessions", "session_interval_days", "active",
            "currency", "warranty", "useful_life");
        foreach (var product in sample.Products)
        {
            var (warranty, usefulLife) = SampleDevices.Terms.GetValueOrDefault(product.Code);
            insert.Add(id++).Add(product.Code).Add(product.Name.Chinese).Add(product.Category.Chinese).Add(product.PriceFen).Add(product.CostFen)
                .Add(product.CycleDays).Add(product.Sessions == 0 ? (int?)null : product.Sessions)
                .Add(product.SessionEveryDays == 0 ? (int?)null : product.SessionEveryDays).Add(true)
                .Add(SampleBusiness.Currency).Add(warranty).Add(usefulLife).EndRow();
        }
        insert.Complete();
    }

    private void WriteCustomers()
    {
        var dates = sample.SpecialDates.ToLookup(date => date.CustomerId, date => new NewSpecialDate(KindCode(date.Kind), date.Day));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(SampleBusiness.TimeZone);
        var cards = new SampleCards(sample.Seed, session);
        firstCustomer = NewCustomers.Write(session, Source, [.. sample.Customers.Select(customer => cards.Fill(customer, new NewCustomer(
            customer.Number, customer.Name, customer.Salutation.In(customer.Language), customer.Gender == SampleGender.Female ? "female" : "male",
            customer.Phone, customer.Email, customer.Language == Language.Chinese ? "zh" : "en", SourceCode(customer.Source), TierCode(customer.Tier),
            firstStore + customer.StoreId, customer.OwnerId is { } owner ? firstStaff + owner : null, customer.PreferredDays,
            customer.DoNotContactReason, customer.DoNotContactSince, StoreDay.At(customer.CreatedOn, new TimeOnly(10, 0), zone), [.. dates[customer.Id]])))]);
    }

    private void WriteOrders()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(SampleBusiness.TimeZone);
        OrderHistory.Record(session, Source, sample.Orders.Select(order => new ToldOrder(
            order.Number, sample.Customers[order.CustomerId].Number, sample.Stores[order.StoreId].Name.Chinese, sample.Staff[order.StaffId].Name,
            StoreDay.WallClock(order.OrderedAt, zone),
            [.. sample.LinesOf(order).Select(Told)])), [], time);
    }

    private void WriteDevices()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(SampleBusiness.TimeZone);
        AssetHistory.Record(session, new SampleDevices(sample).All().Select(device => new ToldAsset(
            firstCustomer + device.Customer.Id, new StoreEntry(firstStore + device.Customer.StoreId, sample.Stores[device.Customer.StoreId].Name.Chinese, zone, SampleBusiness.Currency),
            SampleDevices.TeaMaker, device.SerialNumber, device.SoldOn,
            [.. device.Repairs.Select(repair => new ToldRepair(repair.At, repair.Fault, repair.Work, firstStaff + repair.StaffId, repair.CostFen, repair.UnderWarranty))])), time);
    }

    private ToldLine Told(SampleOrderLine line) => new(sample.Products[line.ProductId].Code, sample.Products[line.ProductId].Name.Chinese,
        line.Quantity, line.UnitPriceFen, line.AmountFen);

    private static string RoleCode(SampleRole role) => role switch
    {
        SampleRole.HeadOffice => "head-office",
        SampleRole.Manager => "manager",
        SampleRole.Staff => "staff",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    private static string SourceCode(SampleSource source) => source switch
    {
        SampleSource.WalkIn => "walk-in",
        SampleSource.Referral => "referral",
        SampleSource.Advertising => "advertising",
        SampleSource.OwnDevelopment => "own-development",
        SampleSource.Web => "web",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    private static string TierCode(SampleTier tier) => tier switch
    {
        SampleTier.Standard => "standard",
        SampleTier.Silver => "silver",
        SampleTier.Gold => "gold",
        SampleTier.Diamond => "diamond",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    private static string KindCode(SampleSpecialDateKind kind) => kind switch
    {
        SampleSpecialDateKind.Birthday => "birthday",
        SampleSpecialDateKind.Wedding => "wedding",
        SampleSpecialDateKind.SpouseBirthday => "spouse-birthday",
        SampleSpecialDateKind.ChildBirthday => "child-birthday",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
