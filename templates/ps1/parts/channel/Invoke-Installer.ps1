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
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
}
