param($Windows)
$folder = 'C:\Windows\System32\spool\PRINTERS'
foreach ($file in '00012.SPL', '00012.SHD') {
    Set-Content -LiteralPath "$folder\$file" -Value 'x'
    (Get-Item -LiteralPath "$folder\$file").LastWriteTimeUtc = [datetime]::UtcNow.AddHours(-3)
}
$Windows.Commands['Get-Printer'] = {
    [CmdletBinding()] param()
    [pscustomobject]@{ Name = 'Office'; Shared = $false; KeepPrintedJobs = $true }
}
@{ Reason = 'kept'; HResult = @(); Evidence = @{ Count = 2 } }
