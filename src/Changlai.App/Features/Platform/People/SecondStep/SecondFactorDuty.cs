using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Features.Platform.People.SecondStep;

/// <summary>Which roles come in with a second factor or not at all: an authenticator's code, or a passkey, which is both factors in one.</summary>
internal static class SecondFactorDuty
{
    /// <summary>The condition that somebody, a row <c>s</c> of staff, needs one.</summary>
    public const string HasIt = "EXISTS (SELECT 1 FROM second_factor_duty d WHERE d.role = s.role)";

    /// <summary>The condition that they have none.</summary>
    public const string HasNoFactor = "(s.totp_secret IS NULL AND NOT EXISTS (SELECT 1 FROM passkey p WHERE p.staff_id = s.id))";

    /// <summary>Codes of roles.</summary>
    public static List<string> Roles(DatabaseSession session)
    {
        var roles = new List<string>();
        using var rows = session.Read("SELECT role FROM second_factor_duty ORDER BY role");
        while (rows.Next()) roles.Add(rows.Text(0));
        return roles;
    }

    public static void Save(DatabaseSession session, IReadOnlyList<string> roles)
    {
        session.Execute("DELETE FROM second_factor_duty");
        foreach (var role in roles) session.Execute("INSERT INTO second_factor_duty (role) VALUES (@role)", ("role", role));
    }

    /// <summary>Whether somebody needs a second factor and has none: their programs do not work either.</summary>
    public static bool HoldsUp(DatabaseSession session, long staffId) =>
        session.Scalar<long>($"SELECT count(*) FROM staff s WHERE s.id = @id AND {HasIt} AND {HasNoFactor}", ("id", staffId)) > 0;
}
