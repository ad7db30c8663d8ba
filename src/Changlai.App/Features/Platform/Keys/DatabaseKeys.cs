using System.Xml.Linq;
using Changlai.App.Features.Platform.Contracts;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Changlai.App.Features.Platform.Keys;

/// <summary>Keeps the keys that protect cookies in the database, so that every node reads the same ones and a restart ends no session.</summary>
internal sealed class DatabaseKeys(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var session = database.OpenSession();
        using var rows = session.Read("SELECT xml FROM data_protection_key ORDER BY id");
        var keys = new List<XElement>();
        while (rows.Next()) keys.Add(XElement.Parse(rows.Text(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var session = database.OpenSession();
        session.Begin();
        session.Execute("INSERT INTO data_protection_key (id, name, xml) VALUES (@id, @name, @xml)",
            ("id", session.ReserveIds("data_protection_key", 1)), ("name", friendlyName), ("xml", element.ToString(SaveOptions.DisableFormatting)));
        session.Commit();
    }
}
