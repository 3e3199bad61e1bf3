param($Windows)
$folder = 'C:\Windows\System32\spool\PRINTERS'
foreach ($file in '00012.SPL', '00012.SHD') {
    Set-Content -LiteralPath "$folder\$file" -Value 'x'
    (Get-Item -LiteralPath "$folder\$file").LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-3)
}
@{ Reason = 'stuck'; HResult = @(); Evidence = @{ Count = 2; Minutes = 60 } }
