package org.shuqiao.profile.place;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;
import org.mapstruct.factory.Mappers;
import org.shuqiao.contracts.profile.CityStatus;
import org.shuqiao.contracts.profile.CityView;
import org.shuqiao.contracts.value.Country;
import org.shuqiao.contracts.value.InvalidValue;
import org.shuqiao.contracts.value.LanguageTag;
import org.shuqiao.contracts.value.Text;
import org.shuqiao.contracts.value.Translation;
import org.shuqiao.contracts.value.UnLocode;

/** From a line of the reference file to the city as it is shown; what breaks a rule of the field is an error. */
@Mapper
interface CityMapper {
    CityMapper INSTANCE = Mappers.getMapper(CityMapper.class);

    @Mapping(target = "name", expression = "java(CityMapper.name(row.nameEn(), row.nameZh()))")
    @Mapping(target = "statuses", source = "status")
    @Mapping(target = "timeZone", qualifiedByName = "timeZone")
    CityView view(CityRow row);

    default UnLocode unLocode(String value) {
        return new UnLocode(value);
    }

    default Country country(String value) {
        return new Country(value);
    }

    default List<String> words(String value) {
        return Stream.of(value.split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    default List<CityStatus> statuses(String value) {
        return words(value).stream().map(CityMapper::status).toList();
    }

    /** The name in English, which is the original of the reference file, and in Chinese where it has one. */
    static Text name(String english, String chinese) {
        LanguageTag en = new LanguageTag("en");
        Map<LanguageTag, Translation> values = new LinkedHashMap<>();
        values.put(en, Translation.of(english));
        if (!chinese.isEmpty()) {
            values.put(new LanguageTag("zh"), Translation.of(chinese));
        }
        return new Text(en, values);
    }

    static CityStatus status(String word) {
        return switch (word) {
            case "home" -> CityStatus.HOME;
            case "member" -> CityStatus.MEMBER;
            case "candidate" -> CityStatus.CANDIDATE;
            case "sister-city" -> CityStatus.SISTER_CITY;
            default -> throw new InvalidValue("status", "one of home, member, candidate, sister-city", word);
        };
    }

    /** The zone's id, when the time-zone database knows it. */
    @Named("timeZone")
    static String timeZone(String id) {
        return ZoneId.of(id).getId();
    }
}
