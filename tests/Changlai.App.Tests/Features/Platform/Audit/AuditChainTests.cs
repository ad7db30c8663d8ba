using System.Data.Common;
using Changlai.App.Features.Platform.Audit;
using Changlai.App.Features.Platform.Contracts;
using Changlai.App.Tests.Harness;

namespace Changlai.App.Tests.Features.Platform.Audit;

public sealed class AuditChainTests
{
    [Theory, OnBothDatabases]
    public async Task A_log_that_nobody_touched_is_found_whole(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(2_500);
        log.Seal().ShouldBe(2_500);
        log.Write(3);

        var report = log.Verify();
        report.Findings.ShouldBeEmpty();
        (report.Checked, report.Waiting, report.Head.Position).ShouldBe((2_500, 3, 2_500));
        log.Session.Scalar<long>("SELECT count(*) FROM audit_seal").ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task An_empty_log_is_whole(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Seal().ShouldBe(0);
        log.Verify().ShouldSatisfyAllConditions(report => report.Findings.ShouldBeEmpty(), report => report.Head.Position.ShouldBe(0));
    }

    [Theory]
    [OnBothDatabases("UPDATE audit_entry SET details = '{}' WHERE id = 4", "changed 4")]
    [OnBothDatabases("UPDATE audit_entry SET actor_name = '别人' WHERE id = 1", "changed 1")]
    [OnBothDatabases("UPDATE audit_entry SET actor_id = NULL WHERE id = 9", "changed 9")]
    [OnBothDatabases("UPDATE audit_entry SET action = 'test.thin', subject = 'gthing:4' WHERE id = 5", "changed 5")]
    [OnBothDatabases("UPDATE audit_entry SET customer_id = 99 WHERE id = 2", "changed 2")]
    [OnBothDatabases("DELETE FROM audit_entry WHERE id = 6", "missing 6")]
    [OnBothDatabases("DELETE FROM audit_entry WHERE id > 8", "missing 9", "missing 10")]
    [OnBothDatabases("INSERT INTO audit_entry (at, actor_kind, actor_name, action) SELECT at, actor_kind, actor_name, action FROM audit_entry WHERE id = 1", "added 11")]
    [OnBothDatabases("DELETE FROM audit_link WHERE position = 5", "no-link 5", "added 5")]
    [OnBothDatabases("DELETE FROM audit_link WHERE position = 10", "no-link 10", "added 10")]
    [OnBothDatabases("UPDATE audit_link SET hash = '0000000000000000000000000000000000000000000000000000000000000000' WHERE position = 3", "changed 3")]
    [OnBothDatabases("UPDATE audit_link SET entry_id = CASE entry_id WHEN 3 THEN 103 ELSE 3 END WHERE entry_id IN (3)", "missing 103", "added 3")]
    [OnBothDatabases("UPDATE audit_seal SET hash = '0000000000000000000000000000000000000000000000000000000000000000'", "wrong-seal 10")]
    [OnBothDatabases("DELETE FROM audit_seal", "no-seal 1")]
    public async Task Whatever_was_done_to_a_sealed_log_is_named(DatabaseKind kind, string done, params string[] named)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(10);
        log.Seal();
        log.Tamper(done);

        log.Findings().ShouldBe(named);
    }

    [Theory, OnBothDatabases]
    public async Task Two_entries_that_changed_places_are_both_named(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(10);
        log.Seal();
        log.Tamper("UPDATE audit_link SET entry_id = 1000 WHERE position = 3");
        log.Session.Execute("UPDATE audit_link SET entry_id = 3 WHERE position = 7");
        log.Session.Execute("UPDATE audit_link SET entry_id = 7 WHERE position = 3");

        log.Findings().ShouldBe(["changed 7", "changed 3"]);
    }

    [Theory, OnBothDatabases]
    public async Task An_entry_taken_away_before_it_was_sealed_is_named(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(3);
        log.Tamper("DELETE FROM audit_entry WHERE id = 2");

        log.Seal().ShouldBe(2);
        log.Findings().ShouldBe(["missing 2"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_tail_cut_off_cleanly_is_found_with_a_head_kept_elsewhere(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(5);
        log.Seal();
        log.Write(5);
        log.Seal();
        var kept = log.Verify().Head;
        log.Tamper("DELETE FROM audit_seal WHERE last_position > 5");
        log.Session.Execute("DELETE FROM audit_link WHERE position > 5");
        log.Session.Execute("DELETE FROM audit_entry WHERE id > 5");

        log.Findings().ShouldBeEmpty();
        log.Findings(kept).ShouldBe(["cut 10"]);
    }

    [Theory, OnBothDatabases]
    public async Task A_chain_made_anew_is_found_with_a_head_or_with_a_key(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        var key = AuditKey.Of("a secret that is kept elsewhere");
        log.Write(5);
        log.Seal(key);
        var kept = log.Verify(key: key).Head;
        log.Findings(kept, key).ShouldBeEmpty();
        log.Tamper("UPDATE audit_entry SET details = NULL WHERE id = 2");
        log.Session.Execute("DELETE FROM audit_seal");
        log.Session.Execute("DELETE FROM audit_link");
        log.Session.Execute("INSERT INTO audit_unsealed SELECT id FROM audit_entry");
        log.Seal(AuditKey.Of("another key that the forger made up"));

        log.Findings(kept, key).ShouldBe(["other-key 1", "cut 5"]);
    }

    [Theory, OnBothDatabases]
    public async Task Without_the_key_it_says_that_it_cannot_tell(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(2);
        log.Seal();
        log.Write(3);
        log.Seal(AuditKey.Of("a secret that is kept elsewhere"));

        log.Findings().ShouldBe(["other-key 3"]);
        log.Findings(key: AuditKey.Of("a secret that is kept elsewhere")).ShouldBeEmpty();
    }

    [Theory]
    [OnBothDatabases("UPDATE audit_entry SET details = NULL")]
    [OnBothDatabases("DELETE FROM audit_entry")]
    [OnBothDatabases("UPDATE audit_link SET hash = ''")]
    [OnBothDatabases("DELETE FROM audit_link")]
    [OnBothDatabases("UPDATE audit_seal SET hash = ''")]
    [OnBothDatabases("DELETE FROM audit_seal")]
    public async Task The_database_itself_refuses_to_edit_the_log(DatabaseKind kind, string edit)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(2);
        log.Seal();

        Should.Throw<DbException>(() => log.Session.Execute(edit)).Message.ShouldContain("The audit log cannot be edited.");
        log.Findings().ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task An_entry_committed_after_later_ones_were_sealed_is_sealed_too(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(3);
        // As if the transaction of the second were still open.
        log.Session.Execute("DELETE FROM audit_unsealed WHERE entry_id = 2");
        log.Seal().ShouldBe(2);
        log.Session.Execute("INSERT INTO audit_unsealed (entry_id) VALUES (2)");
        log.Seal().ShouldBe(1);

        log.Findings().ShouldBeEmpty();
        log.Session.Scalar<long>("SELECT position FROM audit_link WHERE entry_id = 2").ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_rolled_back_leaves_no_entry(DatabaseKind kind)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Session.Begin();
        App.Features.Platform.Contracts.Audit.AuditLog.Record(log.Session, DateTimeOffset.UnixEpoch, App.Features.Platform.Contracts.Audit.AuditActor.Nobody, AuditedBase.Action);
        log.Session.Rollback();

        log.Session.Scalar<long>("SELECT count(*) FROM audit_entry").ShouldBe(0);
        log.Session.Scalar<long>("SELECT count(*) FROM audit_unsealed").ShouldBe(0);
    }

    [Theory]
    [OnBothDatabases(1)]
    [OnBothDatabases(2)]
    [OnBothDatabases(3)]
    public async Task Any_one_field_of_any_entry_changed_at_random_is_found_and_nothing_else(DatabaseKind kind, int seed)
    {
        await using var log = await AuditedBase.OpenAsync(kind);
        log.Write(60);
        log.Seal();
        log.Tamper("SELECT 1");
        var random = new Random(seed);
        string[] changes = ["actor_kind = 'x'", "actor_id = 99", "actor_name = actor_name || ' '", "action = 'x'", "subject = NULL", "customer_id = 12345", "store_id = NULL", "details = details || ' '"];
        for (var i = 0; i < 20; i++)
        {
            var id = random.Next(1, 61);
            var change = changes[random.Next(changes.Length)];
            log.Session.Begin();
            log.Session.Execute($"UPDATE audit_entry SET {change} WHERE id = {id}");
            log.Findings().ShouldBe([$"changed {id}"], change);
            log.Session.Rollback();
        }
        log.Findings().ShouldBeEmpty();
    }
}
