# Runs the main of a script that an administrator starts, in English and in sentences; sets the exit code.
function Invoke-Installer {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable] $With)
    $script:Language = 'en'
    $script:OutputFormat = 'Text'
    $script:Notices = @()
    try {
        $script:ExitCode = Get-StartCode
        if ($script:ExitCode -eq 0) { Invoke-Main @With }
    }
    catch {
        $refusal = Get-Refusal -Record $_
        if ($refusal) { Write-Notice -Key 'callRefused' -With $refusal } else { Write-Defect -Record $_ }
        $script:ExitCode = if ($refusal) { 1 } else { 70 }
    }
}
