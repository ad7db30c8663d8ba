using Changlai.App.Features.Platform.Contracts;

namespace Changlai.App.Tests.Features.Platform.People;

/// <summary>A member of staff of the first store who signs in as <c>chen</c>, with everybody's password.</summary>
internal static class Colleague
{
    public const long Id = 3;

    public static void Add(DatabaseSession session) => session.Execute("""
        INSERT INTO staff (id, name, sign_in_name, password_hash, security_stamp, role, store_id, working_weekdays, daily_capacity, language, active)
        SELECT @id, '陈小红', 'chen', password_hash, 's', 'staff', 1, 127, 30, 'zh', active FROM staff WHERE id = 1
        """, ("id", Id));
}
