# What a later success settles too: the number that definitions keep, or the title without month, number and build
# where each month brings another. Empty for an empty title.
function Get-UpdateSubject {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Title)
    if ($Title -match '^\d{4}-\d\d ') { ($Title -replace '^\S+ |\((KB\d+|[\d.]+)\)').Trim(' .') }
    elseif ($Title -match 'KB\d{6,8}') { $Matches[0] }
    else { $Title }
}
