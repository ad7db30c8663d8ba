using Changlai.App.Features.Customers.Contracts;
using Changlai.App.Features.Customers.Privacy;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Features.Orders.Import.Pages;
using Changlai.App.Tests.Harness;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Customers.Privacy;

/// <summary>A shop in which staff see no way to reach a customer, and one customer of whom there is everything to hide.</summary>
internal static class PrivacySite
{
    public const string Name = "王小明";
    public const string Phone = "13800138001";

    /// <summary>What somebody from whom it is kept must not find anywhere, however it is written.</summary>
    public static readonly string[] Secrets = [Phone, "138 0013 8001", "+8613800138001", "wang@example.com", "wx-wang", "6222000011112222", "龙井路一号", "E1234567"];

    private static readonly string[] All = [.. MaskedPart.Fixed.Select(part => part.Code), MaskedPart.Of(1)];

    public static async Task<(ImportSite Site, long Id)> OpenAsync(DatabaseKind kind, string role = "staff", IEnumerable<string>? hidden = null)
    {
        var site = await CardSite.OpenAsync(kind, role, session =>
        {
            CustomerFields.Define(session, new CustomerField(0, FieldType.Text, new Text("证件", "Passport"), false, true, null, null, null, 1, false, 1));
            session.Execute("INSERT INTO staff (id, name, sign_in_name, password_hash, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active) SELECT 7, '周店员', 'zhou', password_hash, 's', role, 1, 127, 30, 'zh', active FROM staff WHERE id = 1");
        });
        var id = await site.RegisterAsync(("name", Name), ("phone-0", Phone), ("email-0", "wang@example.com"), ("wecom", "wx-wang"), ("numberLabel-0", "身份证"), ("number-0", "6222000011112222"),
            ("province-0", "浙江"), ("city-0", "杭州"), ("street-0", "龙井路一号"), ("field-1", "E1234567"));
        Hide(site, role, hidden ?? All);
        return (site, id);
    }

    public static void Hide(ImportSite site, string role, IEnumerable<string> parts)
    {
        using var session = site.Database.OpenSession();
        new MaskRules(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [role] = [.. parts] }).Write(session);
    }

    public static async Task<string> TextAsync(this ImportSite site, string path)
    {
        using var answer = await site.FetchAsync(path);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
