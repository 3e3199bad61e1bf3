param($Windows)
$path = 'C:\Windows\SoftwareDistribution\ReportingEvents.log'
$stamp = [DateTimeOffset]::UtcNow.AddHours(-2).ToOffset([timespan]::FromHours(9))
Set-Content -LiteralPath $path -Encoding Unicode -Value @(
    ('{00000000-0000-4000-8000-000000000082}', ($stamp.AddMinutes(0).ToString('yyyy-MM-dd HH:mm:ss') + ':123+0900'), '1',
        '182 [EVENT]', '101', '{0A1B2C3D-0000-4000-8000-000000000001}', '200', '80242015', 'Agent', 'x', 'y', 'z') -join "`t"
    ('{00000000-0000-4000-8000-000000000083}', ($stamp.AddMinutes(5).ToString('yyyy-MM-dd HH:mm:ss') + ':123+0900'), '1',
        '183 [EVENT]', '101', '{0A1B2C3D-0000-4000-8000-000000000001}', '200', '0', 'Agent', 'x', 'y', 'z') -join "`t"
)
