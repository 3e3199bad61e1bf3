function Set-ServiceSecurity([string] $Name, [string] $Sddl) {
    $before = Get-ServiceSecurity -Name $Name
    $after = $Sddl + ($before -creplace '^D:[^:]*?(?=S:|$)')
    if ($before -ceq $after) { return }
    Invoke-JournalledChange 'service-security' $Name $before $after {
        & "$env:SystemRoot\System32\sc.exe" sdset $Name $after
        if ($LASTEXITCODE -ne 0) { throw "The access rights of $Name could not be set (code $LASTEXITCODE)." }
    }
}
