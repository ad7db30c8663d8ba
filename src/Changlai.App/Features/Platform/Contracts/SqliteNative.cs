using System.Runtime.InteropServices;

namespace Changlai.App.Features.Platform.Contracts;

/// <summary>
/// The few functions of SQLite that run millions of times in a bulk insertion, called without the provider's layers in
/// between. Binding only copies a value, so it may skip the garbage collector's handshake as well.
/// </summary>
internal static unsafe partial class SqliteNative
{
    /// <summary>Tells SQLite to take a copy of a text.</summary>
    public const nint Copy = -1;

    /// <summary>The library that SQLitePCLRaw brings along.</summary>
    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static partial int BindLong(nint statement, int parameter, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static partial int BindNull(nint statement, int parameter);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    public static partial int BindText(nint statement, int parameter, byte* text, int length, nint ownership);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);
}
