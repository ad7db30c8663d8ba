using System.Text;
using Changlai.App.Features.Platform.Contracts.Tables;
using Changlai.Core.Values;

namespace Changlai.App.Tests.Features.Platform.Tables;

public sealed class TableProblemTests
{
    [Fact]
    public void A_missing_file_is_a_problem()
    {
        using var table = TableFile.Open(Path.Combine(Path.GetTempPath(), "changlai-no-such-file.csv"));
        table.Problem.ShouldNotBeNull().Code.ShouldBe("file-missing");
        table.Read().ShouldBeFalse();
    }

    [Fact]
    public void A_folder_is_a_problem()
    {
        using var table = TableFile.Open(Path.GetTempPath());
        table.Problem.ShouldNotBeNull().Code.ShouldBe("file-unreadable");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_a_problem(string text) => TableFiles.Read(text).Problem.ShouldNotBeNull().Code.ShouldBe("empty");

    [Fact]
    public void An_empty_gzip_file_is_a_problem() => TableFiles.Read(TableFiles.Gzip([])).Problem.ShouldNotBeNull().Code.ShouldBe("empty");

    [Fact]
    public void A_binary_file_is_a_problem()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52];
        TableFiles.Read(picture).Problem.ShouldNotBeNull().Code.ShouldBe("binary");
    }

    [Fact]
    public void A_nul_far_down_is_a_problem_with_its_line()
    {
        var problem = TableFiles.Read("a,b\n1,2\n3,\0\n").Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("binary");
        problem.Line.ShouldBe(3);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void A_truncated_gzip_file_is_a_problem(double share)
    {
        var random = new Random(7);
        var text = new StringBuilder("a,b\n");
        for (var i = 0; i < 100_000; i++)
            text.Append(random.Next()).Append(',').Append(random.Next()).Append('\n');
        var whole = TableFiles.Gzip(Encoding.UTF8.GetBytes(text.ToString()));
        TableFiles.Read(whole[..(int)(whole.Length * share)]).Problem.ShouldNotBeNull().Code.ShouldBe("damaged-gzip");
    }

    [Fact]
    public void A_gzip_file_with_a_flipped_byte_is_a_problem()
    {
        var bytes = TableFiles.Gzip(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"{i},{i * 7919}\n"))));
        bytes[bytes.Length / 2] ^= 0x55;
        TableFiles.Read(bytes).Problem.ShouldNotBeNull().Code.ShouldBe("damaged-gzip");
    }

    [Theory]
    [InlineData("a:b:c\n1:2:3\n")]
    [InlineData("just a text\nof two lines\n")]
    public void A_file_of_one_column_is_a_problem(string text)
    {
        var problem = TableFiles.Read(text).Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("one-column");
        problem.Line.ShouldBe(1);
        problem.Say(Language.English).ShouldStartWith("Line 1: Only one column");
    }

    [Fact]
    public void The_same_heading_twice_is_a_problem()
    {
        var problem = TableFiles.Read("数量,单价, 数量 \n1,2,3\n").Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("heading-twice");
        problem.Heading.ShouldBe("数量");
        problem.Say(Language.Chinese).ShouldBe("第 1 行“数量”列：列名“数量”出现了两次。请删掉或改名其中一列。");
    }

    [Fact]
    public void Columns_without_a_heading_are_no_problem() => TableFiles.Read(",a,b,\n0,1,2,\n").Problem.ShouldBeNull();

    [Fact]
    public void A_line_of_50_megabytes_is_a_problem_and_is_not_read_to_its_end()
    {
        var file = new Endless(Encoding.ASCII.GetBytes("a,b\n1,2\n"), (byte)'x', 50_000_000);
        using var table = TableFile.Open(file);
        var contents = TableFiles.ReadAll(table);
        contents.Rows.ShouldBe([["1", "2"]]);
        contents.Problem.ShouldNotBeNull().Code.ShouldBe("line-too-long");
        contents.Problem!.Line.ShouldBe(3);
        file.Position.ShouldBeLessThan(5_000_000);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_a_problem_where_it_opens()
    {
        var problem = TableFiles.Read("a,b\n1,2\n3,\"open\n5,6\n").Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("unbalanced-quote");
        problem.Line.ShouldBe(3);
        problem.Heading.ShouldBe("b");
    }

    [Fact]
    public void A_quote_left_open_in_a_large_file_is_found_without_reading_all_of_it_into_one_cell()
    {
        var text = "a,b\n1,\"open\n" + string.Concat(Enumerable.Repeat("3,4\n", 1_000_000));
        TableFiles.Read(text).Problem.ShouldNotBeNull().Code.ShouldBe("unbalanced-quote");
    }

    [Fact]
    public void Text_after_a_closing_quote_is_a_problem_with_its_line_and_column()
    {
        var problem = TableFiles.Read("a,b\n1,2\n\"12\" plate,4\n").Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("text-after-quote");
        problem.Line.ShouldBe(3);
        problem.Heading.ShouldBe("a");
    }

    [Fact]
    public void A_stream_that_fails_is_a_problem()
    {
        using var table = TableFile.Open(new Failing());
        table.Problem.ShouldNotBeNull().Code.ShouldBe("file-unreadable");
    }

    [Fact]
    public void A_stream_given_up_by_its_sender_does_not_pass_for_a_file_at_its_end()
    {
        var stream = new GivenUp(Encoding.UTF8.GetBytes("a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 100_000))));
        Should.Throw<OperationCanceledException>(() =>
        {
            using var table = TableFile.Open(stream);
            TableFiles.ReadAll(table);
        });
    }

    [Fact]
    public void A_reader_may_be_left_before_the_end()
    {
        var text = "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 1_000_000));
        using var table = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        table.Read().ShouldBeTrue();
    }

    /// <summary>Some bytes, then one byte over and over.</summary>
    private sealed class Endless(byte[] start, byte filler, long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - _position);
            for (var i = 0; i < given; i++, _position++)
                buffer[offset + i] = _position < start.Length ? start[_position] : filler;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class GivenUp(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => Position < 200_000
            ? base.Read(buffer, offset, Math.Min(count, 1000))
            : throw new OperationCanceledException();
    }

    private sealed class Failing : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("gone");

        public override int Read(Span<byte> buffer) => throw new IOException("gone");
    }
}
