using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.Web.CommandLine;

/// <summary>Writes records of the same fields one at a time, so that a million of them need no more memory than one.</summary>
internal abstract class RecordWriter(IReadOnlyList<string> fields)
{
    private int column;

    protected IReadOnlyList<string> Fields => fields;

    public static RecordWriter Csv(TextWriter output, IReadOnlyList<string> fields) => new CsvRecords(output, fields);

    public static RecordWriter Json(TextWriter output, IReadOnlyList<string> fields) => new JsonRecords(output, fields);

    public RecordWriter Text(string? value)
    {
        WriteText(fields[column++], value);
        return this;
    }

    public RecordWriter Number(long? value)
    {
        WriteNumber(fields[column++], value);
        return this;
    }

    public RecordWriter Money(long? minor, string currency)
    {
        WriteMoney(fields[column++], minor is { } known ? Currencies.ToMajor(known, currency) : null, Currencies.Digits(currency));
        return this;
    }

    public RecordWriter Day(DateOnly? day) => Text(day?.ToString("yyyy-MM-dd"));

    public void EndRow()
    {
        if (column != fields.Count) throw new InvalidOperationException($"A record has {fields.Count} fields; {column} were written.");
        column = 0;
        FinishRow();
    }

    /// <summary>After the last record.</summary>
    public abstract void End();

    protected abstract void WriteText(string field, string? value);

    protected abstract void WriteNumber(string field, long? value);

    protected abstract void WriteMoney(string field, decimal? value, int digits);

    protected abstract void FinishRow();

    private sealed class CsvRecords : RecordWriter
    {
        private readonly CsvWriter csv;

        public CsvRecords(TextWriter output, IReadOnlyList<string> fields)
            : base(fields)
        {
            csv = new CsvWriter(output);
            foreach (var field in fields) csv.Cell(field);
            csv.EndRow();
        }

        public override void End()
        {
        }

        protected override void WriteText(string field, string? value) => csv.Cell(value);

        protected override void WriteNumber(string field, long? value)
        {
            if (value is { } number) csv.Number(number);
            else csv.Cell("");
        }

        protected override void WriteMoney(string field, decimal? value, int digits) => csv.Cell(value?.ToString($"F{digits}"));

        protected override void FinishRow() => csv.EndRow();
    }

    /// <summary>One array, one record a line.</summary>
    private sealed class JsonRecords : RecordWriter
    {
        private readonly TextWriter output;
        private readonly ArrayBufferWriter<byte> bytes = new(1024);
        private readonly Utf8JsonWriter json;
        private char[] letters = new char[1024];
        private bool inRow;
        private bool any;

        public JsonRecords(TextWriter output, IReadOnlyList<string> fields)
            : base(fields)
        {
            this.output = output;
            json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            output.Write('[');
        }

        public override void End()
        {
            json.Dispose();
            output.WriteLine(any ? "\n]" : "]");
        }

        protected override void WriteText(string field, string? value) => Row().WriteString(field, value);

        protected override void WriteNumber(string field, long? value)
        {
            if (value is { } number) Row().WriteNumber(field, number);
            else Row().WriteNull(field);
        }

        protected override void WriteMoney(string field, decimal? value, int digits)
        {
            if (value is { } number) Row().WriteNumber(field, number);
            else Row().WriteNull(field);
        }

        protected override void FinishRow()
        {
            Row().WriteEndObject();
            json.Flush();
            output.Write(any ? ",\n" : "\n");
            var most = Encoding.UTF8.GetMaxCharCount(bytes.WrittenCount);
            if (letters.Length < most) letters = new char[most];
            output.Write(letters, 0, Encoding.UTF8.GetChars(bytes.WrittenSpan, letters));
            bytes.ResetWrittenCount();
            json.Reset();
            (inRow, any) = (false, true);
        }

        private Utf8JsonWriter Row()
        {
            if (!inRow) json.WriteStartObject();
            inRow = true;
            return json;
        }
    }
}
