using Changlai.Core.Calendars;
using Changlai.Core.Values;

namespace Changlai.App.Shell.Sample;

/// <summary>Four shops and the fourteen people who work in them.</summary>
internal static class SampleShops
{
    public static Text Name { get; } = new("常青茶业", "Evergreen Tea");

    public static IReadOnlyList<SampleStore> Stores(IReadOnlyList<DateOnly> daysOff) =>
    [
        Store(0, "XH", new("常青茶业西湖总店", "Evergreen Tea, West Lake"), "浙江省", "杭州市", "西湖区", "文三路 218 号", "1-7", 9, 21, daysOff),
        Store(1, "YC", new("常青茶业越城店", "Evergreen Tea, Yuecheng"), "浙江省", "绍兴市", "越城区", "解放北路 96 号", "1-7", 9, 20, daysOff),
        Store(2, "GS", new("常青茶业姑苏店", "Evergreen Tea, Gusu"), "江苏省", "苏州市", "姑苏区", "人民路 1308 号", "1-7", 9, 21, daysOff),
        Store(3, "MY", new("常青沐颜美容馆", "Evergreen Muyan Salon"), "浙江省", "杭州市", "上城区", "庆春路 157 号", "2-7", 10, 21, daysOff),
    ];

    public static IReadOnlyList<SampleStaff> Staff { get; } =
    [
        new(0, "guwenying", "顾文英", SampleRole.HeadOffice, null, Weekdays.Parse("1-5"), 15),
        new(1, "shenlijuan", "沈丽娟", SampleRole.Manager, 0, Weekdays.Parse("1-6"), 15),
        new(2, "chenxiaoyan", "陈晓燕", SampleRole.Staff, 0, Weekdays.Parse("1-5,7"), 30),
        new(3, "wangzhiqiang", "王志强", SampleRole.Staff, 0, Weekdays.Parse("2-7"), 28),
        new(4, "yejiahui", "叶佳慧", SampleRole.Staff, 0, Weekdays.Parse("1-2,4-7"), 25),
        new(5, "luweiming", "陆伟明", SampleRole.Manager, 1, Weekdays.Parse("1-6"), 15),
        new(6, "jinxuemei", "金雪梅", SampleRole.Staff, 1, Weekdays.Parse("1-4,6-7"), 28),
        new(7, "shaojun", "邵军", SampleRole.Staff, 1, Weekdays.Parse("3-7"), 24),
        new(8, "qianhaiyan", "钱海燕", SampleRole.Manager, 2, Weekdays.Parse("1-5,7"), 15),
        new(9, "zhumin", "朱敏", SampleRole.Staff, 2, Weekdays.Parse("1-6"), 30),
        new(10, "jiangtao", "蒋涛", SampleRole.Staff, 2, Weekdays.Parse("2-4,6-7"), 24),
        new(11, "xuwenting", "徐雯婷", SampleRole.Manager, 3, Weekdays.Parse("2-6"), 15),
        new(12, "linsiqi", "林思琪", SampleRole.Staff, 3, Weekdays.Parse("2-7"), 30),
        new(13, "heyujie", "何语洁", SampleRole.Staff, 3, Weekdays.Parse("3-7"), 25),
    ];

    /// <summary>Where the customers of each store live: districts, the store's own first, and streets.</summary>
    public static (string District, string[] Streets)[] Neighbourhood(int storeId) => storeId switch
    {
        1 => [("越城区", ["胜利东路", "延安路", "中兴南路", "鲁迅中路"]), ("柯桥区", ["金柯桥大道", "群贤路"]), ("上虞区", ["市民大道", "人民中路"])],
        2 => [("姑苏区", ["干将东路", "平江路", "临顿路", "桐泾北路"]), ("吴中区", ["东吴北路", "宝带东路"]), ("工业园区", ["星海街", "现代大道"])],
        3 => [("上城区", ["庆春路", "秋涛北路", "解放路", "望江东路"]), ("拱墅区", ["湖墅南路", "莫干山路"]), ("钱塘区", ["金沙大道", "学源街"])],
        _ => [("西湖区", ["文一路", "古墩路", "学院路", "文二西路"]), ("拱墅区", ["大关路", "教工路"]), ("余杭区", ["文一西路", "良渚大道"])],
    };

    private static SampleStore Store(
        int id, string code, Text name, string province, string city, string district, string street,
        string openDays, int opens, int closes, IReadOnlyList<DateOnly> daysOff) =>
        new(id, code, name, province, city, district, street, SamplePhones.OfStore(id), Weekdays.Parse(openDays),
            new TimeOnly(opens, 0), new TimeOnly(closes, 0), IsSalon: id == 3, daysOff);
}
