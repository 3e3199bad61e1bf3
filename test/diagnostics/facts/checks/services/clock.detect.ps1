param($A, $B)
New-Finding -Status Ok
